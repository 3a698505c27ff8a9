import { expect, it } from 'vitest';
import { acknowledgment } from '../acknowledgment.js';
import { type DefectName, Defects } from '../defects.js';
import { type Header, NO_HEADER, readHeader } from '../header.js';
import { spoiledAcknowledgment } from './acknowledgments.js';

const trigger: Header =
  readHeader(Buffer.from('MSH|^~\\&|EHR|WARD|ENGINE|HOUSE|2026||ADT^A01^ADT_A01|007|T|2.5.1\r')) ?? NO_HEADER;
const at = { segment: 'PID', sequence: 1, field: 3 };
const refusal = acknowledgment(trigger, { code: 'AE', problems: [{ code: '101', at, text: 'missing' }] }, 'D1');

const field = (bytes: Buffer, name: string, piece: number): string | undefined =>
  bytes
    .toString('latin1')
    .split('\r')
    .map((line) => line.split('|'))
    .find(([segment]) => segment === name)?.[piece];

it.each<readonly [DefectName, string, number, string, string | undefined]>([
  ['constant-ack-id', 'MSH', 9, 'D1', 'ACK'],
  ['no-err-segment', 'ERR', 2, 'PID^1^3', undefined],
  ['reuses-control-id', 'MSH', 9, 'D1', '007'],
  ['swapped-header-wrong', 'MSH', 4, 'EHR', 'ENGINE'],
  ['swapped-header-wrong', 'MSH', 5, 'WARD', 'HOUSE'],
  ['trims-control-id', 'MSA', 2, '007', '7'],
  ['wrong-err-location', 'ERR', 2, 'PID^1^3', 'PID^1^4'],
])('%s spoils %s piece %i', (name, segment, piece, right, wrong) => {
  expect(field(refusal, segment, piece)).toBe(right);
  expect(field(spoiledAcknowledgment(refusal, trigger, new Defects([name])), segment, piece)).toBe(wrong);
});

it('wrong-err-location spoils ERR-1 of the versions before 2.5', () => {
  const old = readHeader(Buffer.from('MSH|^~\\&|EHR|WARD|||2026||ADT^A01|7|T|2.4\r')) ?? NO_HEADER;
  const bytes = acknowledgment(old, { code: 'AE', problems: [{ code: '101', at, text: 'missing' }] }, 'D1');
  expect(field(bytes, 'ERR', 1)).toMatch(/^PID\^1\^3\^101&/);
  expect(field(spoiledAcknowledgment(bytes, old, new Defects(['wrong-err-location'])), 'ERR', 1)).toMatch(
    /^PID\^1\^4\^101&/,
  );
});

it('reencodes-control-id spoils an id in other letters than ASCII', () => {
  const header = Buffer.from('MSH|^~\\&|EHR|WARD|||2026||ADT^A01|\xdc7|T|2.5.1||||||8859/1\r', 'latin1');
  const other = readHeader(header) ?? NO_HEADER;
  const bytes = acknowledgment(other, { code: 'AA', problems: [] }, 'D1');
  expect(field(bytes, 'MSA', 2)).toBe('\xdc7');
  expect(field(spoiledAcknowledgment(bytes, other, new Defects(['reencodes-control-id'])), 'MSA', 2)).toBe('\xc3\x9c7');
});

it('without a defect the very bytes are answered', () => {
  expect(spoiledAcknowledgment(refusal, trigger, new Defects())).toBe(refusal);
});
