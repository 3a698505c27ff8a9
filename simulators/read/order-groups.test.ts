import { expect, test } from 'vitest';
import { parseMessage } from '../../src/hl7/parse.js';
import { readNumbers, sameNumber } from './numbers.js';
import { readObservations } from './observation.js';
import { firstOf, notesAfter, type OrderGroup, readOrderGroups } from './order-groups.js';

function groups(...lines: readonly string[]): readonly OrderGroup[] {
  const parsed = parseMessage(Buffer.from(['MSH|^~\\&|A|B|C|D|20260101||ORU^R01|1|T|2.5.1', ...lines, ''].join('\r')));
  if (parsed.kind === 'malformed') throw new Error('the test message is malformed');
  return readOrderGroups(parsed.message);
}

test('each ORC opens a group, and OBR where there is no ORC', () => {
  const found = groups('PID|1', 'ORC|RE|1', 'OBR|1', 'OBX|1', 'OBR|2', 'OBX|1', 'NTE|1||n', 'ORC|RE|3', 'OBR|3');
  expect(found.map(({ segments }) => segments.map(({ name }) => name).join(' '))).toEqual([
    'ORC OBR OBX',
    'OBR OBX NTE',
    'ORC OBR',
  ]);
});

test('what stands before the orders belongs to none of them', () => {
  expect(groups('MSA|AA|1', 'NTE|1||header', 'PID|1', 'NTE|1||patient')).toEqual([]);
});

test('notes belong to the segment that they follow', () => {
  const [group] = groups(
    'ORC|RE',
    'OBR|1',
    'NTE|1||of the order',
    'OBX|1|ST|A',
    'NTE|1||one~two',
    'NTE|2||three',
    'OBX|2|ST|B',
  );
  const obx = group && firstOf(group, 'OBX');
  expect(group && obx && notesAfter(group, obx)).toEqual(['one', 'two', 'three']);
});

test('ORC speaks for the numbers and OBR where ORC is silent', () => {
  const [group] = groups('ORC|RE|P1^EHR^1.2.3^ISO||G^EHR||||PP&EHR^PF&LIS', 'OBR|1||F1^LIS');
  expect(group && readNumbers(group)).toEqual({
    placer: { id: 'P1', namespace: 'EHR', universalId: '1.2.3', universalIdType: 'ISO' },
    filler: { id: 'F1', namespace: 'LIS' },
    group: { id: 'G', namespace: 'EHR' },
    parent: { placer: { id: 'PP', namespace: 'EHR' }, filler: { id: 'PF', namespace: 'LIS' } },
  });
});

test.each([
  ['A', 'B', false],
  ['A', 'A', true],
  ['A', '', true],
] as const)('the same id under %s and %s is the same number: %s', (a, b, same) => {
  expect(sameNumber({ id: '1', namespace: a }, { id: '1', namespace: b })).toBe(same);
});

test('all OBX of one pair of OBX-3 and OBX-4 are one observation', () => {
  const [group] = groups(
    'ORC|RE',
    'OBR|1',
    'OBX|1|TX|A||one||||||F',
    'OBX|2|TX|A||two~three||||||F',
    'OBX|3|TX|A|2|four||||||P',
  );
  const read = group && readObservations(group);
  expect(read?.observations.map(({ subId, values, status }) => [subId, values, status])).toEqual([
    ['', ['one', 'two', 'three'], 'F'],
    ['2', ['four'], 'P'],
  ]);
  expect(read?.defects).toEqual([]);
});

test('an OBX without a status, and a pair with two, are noticed', () => {
  const [group] = groups('ORC|RE', 'OBR|1', 'OBX|1|TX|A||one', 'OBX|2|TX|B||one||||||F', 'OBX|3|TX|B||two||||||P');
  expect(group && readObservations(group).defects).toHaveLength(2);
});
