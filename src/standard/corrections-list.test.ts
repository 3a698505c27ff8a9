import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { standard } from './load.js';
import { printStructure } from './structure-notation.js';
import { isStandardVersion, STANDARD_VERSIONS, type StandardVersion } from './versions.js';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/decisions/base-standard-corrections.md', root), 'utf8');

/** One line of the table. */
interface Listed {
  readonly version: StandardVersion;
  readonly id: string;
  readonly right: string;
}

/** `| 2.5, 2.5.1 | `ORL_O34` | wrong | right | source |`, one for each version and structure. */
const listed: readonly Listed[] = [
  ...page.matchAll(/^\| ([\d., ]+) \| ([\w`, ]+) \| [^|]+ \| ((?:`[^`]*`|[^|`])+) \| [^|]+ \|$/gm),
].flatMap(([, versions = '', ids = '', right = '']) =>
  versions
    .split(', ')
    .filter(isStandardVersion)
    .flatMap((version) =>
      [...ids.matchAll(/\w+/g)].map(([id]) => ({ version, id, right: right.replaceAll('\\|', '|') })),
    ),
);

interface Dictionary {
  readonly definitions: Record<
    string,
    { readonly messages: Record<string, { readonly segments: { segments: unknown } }> }
  >;
}

const { definitions }: Dictionary = createRequire(import.meta.url)('hl7-dictionary');
const notation = new URL('scripts/standard-data/notation.mjs', root).href;
const { nodesText }: { nodesText: (nodes: unknown) => string } = await import(notation);

/** What the dictionary has, with the names of groups mended, which is told of all versions at once. */
function dictionary(version: StandardVersion): ReadonlyMap<string, string> {
  const messages = Object.entries(definitions[version]?.messages ?? {});
  return new Map(
    messages.map(([id, { segments }]) => {
      const text = nodesText(segments.segments);
      return [id, text.replaceAll('<TIIMING:', '<TIMING:').replaceAll('<OBXNTE:', '<OBSERVATION:')];
    }),
  );
}

const ours = (version: StandardVersion, id: string) => {
  const structure = standard(version).structure(id);
  return structure && printStructure(structure.nodes);
};

const withUac = (text = ''): string => text.replace('[{SFT}]', '[{SFT}] [UAC]');
const withRoles = (text: string): string =>
  text.replace(/(OBR (?:\[TCD\] |\[\{<TIMING_PRIOR: TQ1 \[\{TQ2\}\]>\}\] )?\[\{NTE\}\])/g, '$1 [{ROL}]');

describe('the list of corrections', () => {
  it.each(STANDARD_VERSIONS)('has every structure of %s that differs from the dictionary, and no other', (version) => {
    const theirs = dictionary(version);
    const changed = standard(version)
      .structureIds()
      .filter((id) => theirs.has(id) && theirs.get(id) !== ours(version, id));
    expect(
      listed
        .filter((one) => one.version === version)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...changed].sort());
  });

  it.each(listed)('$version $id is what it says', ({ version, id, right }) => {
    const text = ours(version, id);
    expect(text).toBeDefined();
    if (right.startsWith('as 2.7')) expect(text).toBe(ours('2.7', id));
    else if (right.startsWith('as 2.5.1, with') && right.includes('ROL'))
      expect(text).toBe(withRoles(withUac(ours('2.5.1', id))));
    else if (right.startsWith('as 2.5.1, with')) expect(text).toBe(withUac(ours('2.5.1', id)));
    else if (right === 'as 2.5.1') expect(text).toBe(ours('2.5.1', id));
    else if (right === 'as `OMG_O19`') expect(text).toBe(withRoles(withUac(ours('2.5.1', id))));
    else expect(text).toContain(/`([^`]*?)(?: \.\.\.[^`]*)?`/.exec(right)?.[1] ?? 'nothing');
  });

  it('has every structure that the dictionary lacks, under the name that it has there', () => {
    const added = STANDARD_VERSIONS.flatMap((version) => {
      const theirs = dictionary(version);
      return standard(version)
        .structureIds()
        .filter((id) => !theirs.has(id))
        .map((id) => `${version} ${id}`);
    });
    expect(added).toEqual(['2.3 RRE_O02', '2.7 ADT_A39', '2.7.1 ADT_A39']);
    expect(ours('2.7', 'ADT_A39')).toBe(dictionary('2.7').get('ADT_A40'));
    expect(ours('2.3', 'RRE_O02')).toBe(dictionary('2.3').get('RRE_O01'));
  });

  it('tells of every kind of key that is no structure', () => {
    const shared = /^(ADT_A|MDM_T|SIU_S|SRM_S|SRR_S|ORU_R3)\d+$/;
    const misspelt = STANDARD_VERSIONS.flatMap((version) =>
      [...dictionary(version).keys()].filter((id) => ours(version, id) === undefined && !shared.test(id)),
    );
    for (const id of misspelt) expect(page).toContain(`\`${id}\``);
    expect(new Set(misspelt).size).toBeGreaterThanOrEqual(6);
  });
});
