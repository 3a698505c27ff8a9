import { describe, expect, it } from 'vitest';
import { STANDARD_DELIMITERS } from '../../hl7/delimiters.js';
import { type Mode, nistMode, pipehatMode } from '../mode.js';
import { planOf } from '../testdata/laid.js';
import type { SmallProfile } from '../testdata/small-profile.js';
import { FieldBuilder } from './field-builder.js';
import { GROUP, InstanceTree, NONE, SEGMENT } from './instance-tree.js';
import { definitionOf, firstAt, nextAt, segmentOf } from './navigate.js';
import { pathOf, placeOf } from './place.js';
import { isSimple, rawValue, simpleValue } from './value.js';

const SMALL: SmallProfile = {
  structure: 'PID',
  fields: { PID: [{}, { datatype: 'CX' }, { datatype: 'TQ' }] },
  datatypes: { TQ: [{ datatype: 'CQ' }], CQ: [{}, { datatype: 'CE' }] },
};

function built(line: string, mode: Mode = pipehatMode(), small = SMALL): InstanceTree {
  const plan = planOf(small);
  const tree = new InstanceTree(plan, STANDARD_DELIMITERS);
  tree.reset(plan, line, STANDARD_DELIMITERS);
  tree.add(GROUP, NONE, NONE, plan.root, 1, 1, 0, line.length, 1);
  const [segment] = plan.definitions.filter((definition) => definition.kind === 'segment');
  if (segment === undefined) throw new Error('the specimen has a segment');
  const node = tree.add(SEGMENT, 0, segment.children[0]?.index ?? 0, segment.index, 1, 1, 0, line.length, 1);
  const builder = new FieldBuilder(tree, mode.quirks);
  builder.begin(STANDARD_DELIMITERS);
  builder.buildSegment(node, segment);
  return tree;
}

/** Paths and texts of everything below the segment. */
const parts = (tree: InstanceTree) =>
  Array.from({ length: tree.size - 2 }, (_, at) => `${pathOf(tree, at + 2)}=${rawValue(tree, at + 2)}`);

describe('the parts of a segment', () => {
  it('are what has content', () => {
    expect(parts(built('PID|a||'))).toEqual(['PID[1]-1[1]=a']);
    expect(parts(built('PID||a^^^b&c'))).toEqual([
      'PID[1]-2[1]=a^^^b&c',
      'PID[1]-2[1].1=a',
      'PID[1]-2[1].4=b&c',
      'PID[1]-2[1].4.1=b',
      'PID[1]-2[1].4.2=c',
    ]);
    expect(parts(built('PID'))).toEqual([]);
  });

  it('count empty repetitions and leave them out', () => {
    expect(parts(built('PID|a~~b~'))).toEqual(['PID[1]-1[1]=a', 'PID[1]-1[3]=b']);
  });

  it('are empty where there is nothing but blanks and separators', () => {
    expect(parts(built('PID| \t|^ &^|^&'))).toEqual([]);
    expect(parts(built('PID|: '))).toEqual(['PID[1]-1[1]=: ']);
    expect(parts(built('PID|: ', nistMode()))).toEqual([]);
    expect(parts(built('PID|:', nistMode()))).toEqual(['PID[1]-1[1]=:']);
  });

  it("stop at HL7's null where components are expected", () => {
    expect(parts(built('PID|""|""'))).toEqual(['PID[1]-1[1]=""', 'PID[1]-2[1]=""']);
  });

  it('end with subcomponents, but for the reference go on as far as the data types do', () => {
    expect(parts(built('PID|||x&y')).at(-1)).toBe('PID[1]-3[1].1.2=y');
    expect(parts(built('PID|||x&y', nistMode())).at(-1)).toBe('PID[1]-3[1].1.2.1=y');
  });

  it('of MSH begin with its delimiters', () => {
    const small: SmallProfile = { structure: 'MSH', fields: { MSH: [{}, {}, {}] } };
    const tree = built('MSH|^~\\&|x', pipehatMode(), small);
    expect(parts(tree)).toEqual(['MSH[1]-1[1]=|', 'MSH[1]-2[1]=^~\\&', 'MSH[1]-3[1]=x']);
    expect([2, 3, 4].map((node) => placeOf(tree, node).column)).toEqual([4, 5, 10]);
  });

  it('are found by position', () => {
    const tree = built('PID|a~b|c^d');
    const first = firstAt(tree, 1, 1);
    expect(rawValue(tree, nextAt(tree, first))).toBe('b');
    expect(nextAt(tree, nextAt(tree, first))).toBe(NONE);
    expect(firstAt(tree, 1, 9)).toBe(NONE);
    expect(segmentOf(tree, tree.size - 1)).toBe(1);
    expect(segmentOf(tree, 0)).toBe(NONE);
    expect(definitionOf(tree, firstAt(tree, 1, 2)).name).toBe('CX');
    expect([isSimple(tree, first), isSimple(tree, firstAt(tree, 1, 2))]).toEqual([true, false]);
  });

  it('read with the escapes of delimiters resolved, from left to right', () => {
    const tree = built('PID|\\F\\\\S\\\\T\\\\R\\\\E\\F\\.br\\ \\P\\');
    expect(simpleValue(tree, 2)).toBe('|^&~\\F\\.br\\ \\P\\');
  });
});
