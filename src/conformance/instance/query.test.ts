import { describe, expect, it } from 'vitest';
import { STANDARD_DELIMITERS } from '../../hl7/delimiters.js';
import { pipehatMode } from '../mode.js';
import { readProfilePath } from '../model/profile-path.js';
import { planOf } from '../testdata/laid.js';
import { FieldBuilder } from './field-builder.js';
import { GROUP, InstanceTree, NONE, SEGMENT } from './instance-tree.js';
import { pathOf } from './place.js';
import { collect, query, UNREACHABLE } from './query.js';

const PLAN = planOf({ structure: 'PID', fields: { PID: [{}, {}, { datatype: 'CX' }, {}, { datatype: 'CE' }] } });
const PATIENT = 1;

/** The line as a message of one segment, which is node 1. */
function patient(line: string): InstanceTree {
  const tree = new InstanceTree(PLAN, STANDARD_DELIMITERS);
  tree.reset(PLAN, line, STANDARD_DELIMITERS);
  tree.add(GROUP, NONE, NONE, PLAN.root, 1, 1, 0, line.length, 1);
  const segment = PLAN.definitions.find((definition) => definition.kind === 'segment');
  if (segment?.kind !== 'segment') throw new Error('the specimen has a segment');
  tree.add(SEGMENT, 0, segment.children[0]?.index ?? 0, segment.index, 1, 1, 0, line.length, 1);
  const builder = new FieldBuilder(tree, pipehatMode().quirks);
  builder.begin(STANDARD_DELIMITERS);
  builder.buildSegment(PATIENT, segment);
  return tree;
}

const LINE = 'PID|1||a^^^h&u~~b|x|""';

function found(path: string, from = PATIENT): readonly string[] | undefined {
  const tree = patient(LINE);
  const nodes = [99];
  const isFollowed = query(tree, from, readProfilePath(path) ?? [], nodes);
  expect(nodes[0]).toBe(99);
  if (!isFollowed) expect(nodes).toHaveLength(1);
  return isFollowed ? nodes.slice(1).map((node) => pathOf(tree, node)) : undefined;
}

describe('a path from an element', () => {
  it.each([
    ['.', ['PID[1]']],
    ['1[1]', ['PID[1]-1[1]']],
    ['1[*]', ['PID[1]-1[1]']],
    ['1[2]', []],
    ['2[1]', []],
    ['3[*]', ['PID[1]-3[1]', 'PID[1]-3[3]']],
    ['3[2]', []],
    ['3[3].1[1]', ['PID[1]-3[3].1']],
    ['3[*].1[*]', ['PID[1]-3[1].1', 'PID[1]-3[3].1']],
    ['3[*].4[1].2[1]', ['PID[1]-3[1].4.2']],
    ['3[*].9[1]', []],
    ['9[1]', []],
    ['5[1]', ['PID[1]-5[1]']],
  ])('%s finds %j', (path, paths) => {
    expect(found(path)).toEqual(paths);
  });

  it('from a group goes down into its segments', () => {
    expect(found('1[*].3[1].1[1]', 0)).toEqual(['PID[1]-3[1].1']);
  });

  it('below a value cannot be followed, also where only one of several has no inside', () => {
    expect(found('1[1].1[1]')).toBeUndefined();
    expect(found('3[1].1[1].1[1]')).toBeUndefined();
    expect(found('3[*].4[1].1[1].1[1]')).toBeUndefined();
  });

  it('below nothing, and below HL7 null where there are components, is empty', () => {
    expect(found('2[1].1[1]')).toEqual([]);
    expect(found('5[1].1[1]')).toEqual([]);
  });

  it('can be counted without being collected', () => {
    const tree = patient(LINE);
    expect(collect(tree, PATIENT, readProfilePath('3[*]') ?? [])).toBe(2);
    expect(collect(tree, PATIENT, readProfilePath('1[1].1[1]') ?? [])).toBe(UNREACHABLE);
  });
});
