import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standard } from './load.js';
import type { StructureNode } from './structure.js';
import { printStructure } from './structure-notation.js';
import { STANDARD_VERSIONS } from './versions.js';

const EXPECTED = readFileSync(new URL('./testdata/structures-2.5.1.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' = ') as [string, string]);

function text(version: string, id: string): string {
  return printStructure(standard(version).structure(id)?.nodes ?? []);
}

describe('the structures of 2.5.1', () => {
  it.each(EXPECTED)('%s is as expected', (id, expected) => expect(text('2.5.1', id)).toBe(expected));
  it('are all there: 55 messages of the workflows', () => expect(EXPECTED).toHaveLength(55));
});

describe('choices', () => {
  it.each(['2.2', '2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6'])(
    'the order detail of %s is one of six segments',
    (version) => {
      const order = '( OBR | RQD | RQ1 | RXO | ODS | ODT )';
      expect(text(version, 'ORM_O01')).toContain(`[<ORDER_DETAIL: ${order} `);
      expect(text(version, 'ORR_O02')).toContain(`ORC ${order} `);
    },
  );
  it('of 2.1 and 2.7 are choices too', () => {
    expect(text('2.1', 'ORM_O01')).toContain('( OBR | ORO | RX1 )');
    expect(text('2.7', 'PGL_PC6')).toContain('( OBR | RQD | RQ1 | RXO | RXE | ODS | ODT )');
  });
  it('have alternatives that are segments, exactly one of them required', () => {
    const detail = find(standard('2.5.1').structure('ORM_O01')?.nodes ?? [], 'OBR|RQD|RQ1|RXO|ODS|ODT');
    expect(detail).toMatchObject({ kind: 'choice', min: 1, max: 1 });
  });
});

describe.each(STANDARD_VERSIONS)('version %s', (version) => {
  const known = standard(version);
  it('names only segments that it describes, and starts every message with MSH', () => {
    const strays = new Set<string>();
    for (const id of known.structureIds()) {
      const nodes = known.structure(id)?.nodes ?? [];
      expect(nodes[0], id).toMatchObject({ name: 'MSH', min: 1, max: 1 });
      for (const name of segments(nodes)) if (known.segmentName(name) === undefined) strays.add(name);
    }
    expect([...strays].filter((name) => !UNDESCRIBED[version]?.includes(name))).toEqual([]);
  });
  it('has no misspelt group and no misnamed structure', () => {
    const ids = known.structureIds();
    expect(ids.filter((id) => /_0\d\d$/.test(id))).toEqual([]);
    expect(ids.filter((id) => /TIIMING|OBXNTE|,/.test(text(version, id)))).toEqual([]);
  });
});

/** Segments that the dictionary uses in a message and does not describe. */
const UNDESCRIBED: Readonly<Record<string, readonly string[]>> = {
  2.3: ['GenericSegment'],
  '2.3.1': ['QPD', 'RCP', 'QRI'],
};

function segments(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'segment') return [node.name];
    return segments(node.kind === 'group' ? node.nodes : node.alternatives);
  });
}

function find(nodes: readonly StructureNode[], name: string): StructureNode | undefined {
  for (const node of nodes) {
    if (node.name === name) return node;
    const inner = node.kind === 'group' ? find(node.nodes, name) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
