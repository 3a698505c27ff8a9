import { describe, expect, it } from 'vitest';
import type { Segment } from '../hl7/segment.js';
import { structureOfEvent } from '../standard/event-structures.js';
import { standard } from '../standard/load.js';
import type { StructureNode } from '../standard/structure.js';
import { MESSAGE_BUILDERS } from './index.js';
import { messageType } from './message-type.js';
import { envelope, everyFact } from './testdata/facts.js';

/** Where the data about a version say other than its text; a fault that is gone must leave this list. */
const TOLERATED: Readonly<Record<string, readonly string[]>> = {
  // No other version asks for a contact role, and the facts hold none.
  'NK1-7 is missing': ['2.3'],
  // Conditional by its text: it tells observations of one OBX-3 apart.
  'OBX-4 is missing': ['2.3.1'],
  // Conditional by its text: an observation without a value has no type.
  'OBX-2 is missing': ['2.3', '2.3.1'],
  // By the text of TQ.9 further timings follow as repetitions, whatever the segment tables say.
  'ORC-7 repeats': ['2.3', '2.3.1'],
  'RXE-1 repeats': ['2.3', '2.3.1', '2.4'],
};
/** 2.3.1 prints DRG without the brackets that it has in every other version. */
const NO_DRG = 'ADT_A38 2.3.1';

const found = new Set<string>();

/** The segment names that a structure allows, as an expression over `MSH EVN PID `. */
function expression(node: StructureNode): string {
  const once =
    node.kind === 'segment'
      ? `${node.name} `
      : node.kind === 'group'
        ? node.nodes.map(expression).join('')
        : node.alternatives.map(expression).join('|');
  const max = Number.isFinite(node.max) ? node.max : '';
  return `(?:${once}){${node.min},${max}}`;
}

describe.each(MESSAGE_BUILDERS)('$name', (line) => {
  it.each(line.versions)('keeps to the structure of %s', (version) => {
    const { trigger } = messageType(version, line.code, line.trigger);
    const id = structureOfEvent(version, line.code, trigger) ?? 'withdrawn';
    const structure = standard(version).structure(id);
    if (structure === undefined) throw new Error(`no structure ${id} in ${version}`);
    const names = line.build(envelope(version), everyFact).segments.map(({ name }) => name);
    const known = names.filter((name) => !name.startsWith('Z'));
    const allowed = structure.nodes.map(expression).join('');
    const corrected = `${id} ${version}` === NO_DRG ? allowed.replace('(?:DRG ){1,1}', '(?:DRG ){0,1}') : allowed;
    expect(`${known.join(' ')} `).toMatch(new RegExp(`^${corrected}$`));
  });

  it.each(line.versions)('keeps to the segments of %s', (version) => {
    const { segments } = line.build(envelope(version), everyFact);
    const faults = segments.filter(({ name }) => !name.startsWith('Z')).flatMap((one) => faultsOf(one, version));
    for (const fault of faults) found.add(`${fault} ${version}`);
    expect(faults.filter((fault) => !TOLERATED[fault]?.includes(version))).toEqual([]);
  });
});

it('tolerates nothing that is not there', () => {
  const listed = Object.entries(TOLERATED).flatMap(([fault, versions]) => versions.map((one) => `${fault} ${one}`));
  expect([...found].sort()).toEqual(listed.sort());
});

function faultsOf(segment: Segment, version: string): readonly string[] {
  const count = standard(version).fieldCount(segment.name);
  const beyond = segment.fieldCount > count ? [`${segment.name} has more than ${count} fields`] : [];
  const positions = Array.from({ length: count }, (_, index) => index + 1);
  return [...beyond, ...positions.flatMap((position) => faultOf(segment, position, version))];
}

function faultOf(segment: Segment, position: number, version: string): readonly string[] {
  const info = standard(version).fieldInfo(segment.name, position);
  const repetitions = segment.repetitions(position);
  if (info?.required && repetitions === 0) return [`${segment.name}-${position} is missing`];
  if (info !== undefined && repetitions > info.maxRepetitions) return [`${segment.name}-${position} repeats`];
  return [];
}
