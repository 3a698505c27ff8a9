import type { DefectName, Defects } from '../defects.js';
import { readHeader } from '../header.js';
import { editField, editLines, withoutSegment } from './edit.js';
import { withoutOrderReason, withoutPriority, withoutReason } from './orders.js';
import { asFurther, asPreliminary, isResult, rounded } from './results.js';

/** A message on its way to a destination as the defects that are on make it; the very bytes where none is. */
export function spoiledMessage(bytes: Buffer, defects: Defects): Buffer {
  return SPOILERS.reduce((spoilt, [name, spoil]) => (defects.has(name) ? spoil(spoilt) : spoilt), bytes);
}

const SPOILERS: readonly (readonly [DefectName, (bytes: Buffer) => Buffer])[] = [
  ['always-cr', (bytes) => editField(bytes, 'ORC', 1, (control) => (control === 'UC' ? 'CR' : control))],
  ['breaks-line-breaks', (bytes) => editField(bytes, 'OBX', 5, (text) => text.replaceAll('\\.br\\', ''))],
  ['correction-adds', asFurther],
  ['cuts-placer-to-first-component', (bytes) => inOrderSegments(bytes, 2, firstComponent(bytes))],
  ['cuts-location', (bytes) => editField(bytes, 'PV1', 3, firstComponent(bytes))],
  ['decodes-as-utf8', (bytes) => Buffer.from(bytes.toString('utf8'))],
  ['drops-group-number', (bytes) => editField(bytes, 'ORC', 4, () => '')],
  ['drops-repetitions', (bytes) => editField(bytes, 'OBX', 5, (value) => value.split('~', 1)[0] ?? '')],
  ['drops-z-segment', (bytes) => withoutSegment(bytes, 'Z')],
  ['everyone-inpatient', (bytes) => editField(bytes, 'PV1', 2, () => 'I')],
  ['flattens-subids', (bytes) => (isResult(bytes) ? editField(bytes, 'OBX', 4, () => '') : bytes)],
  ['loses-accession-number', (bytes) => editField(bytes, 'OBR', 18, () => '')],
  ['loses-additives', (bytes) => withoutSegment(bytes, 'RXC')],
  ['loses-filler-number', (bytes) => (isResult(bytes) ? inOrderSegments(bytes, 3, () => '') : bytes)],
  ['loses-flags', (bytes) => (isResult(bytes) ? editField(bytes, 'OBX', 8, () => '') : bytes)],
  [
    'loses-parent',
    (bytes) =>
      editField(
        editField(bytes, 'OBR', 26, () => ''),
        'OBR',
        29,
        () => '',
      ),
  ],
  ['loses-order-reason', withoutOrderReason],
  ['loses-priority', withoutPriority],
  ['loses-refusal-reason', withoutReason],
  ['loses-specimen-number', (bytes) => (isResult(bytes) ? editField(bytes, 'SPM', 2, () => '') : bytes)],
  ['null-as-text', (bytes) => editLines(bytes, (line) => line.replace(/(?<=\|)""(?=[|\r]|$)/g, 'null'))],
  ['one-version', (bytes) => editField(bytes, 'MSH', 11, () => '2.5.1')],
  ['plan-as-admission', planAsAdmission],
  ['rounds-numbers', rounded],
  ['status-regress', asPreliminary],
  ['truncates-silently', truncated],
  ['ua-as-ok', (bytes) => editField(bytes, 'ORC', 1, (control) => (control === 'UA' ? 'OK' : control))],
  ['unescapes-twice', unescaped],
  ['update-as-delta', (bytes) => (isUpdate(bytes) ? editLines(bytes, (line) => (takesAway(line) ? '' : line)) : bytes)],
];

/** A05 as A01: MSH-9 and EVN-1. */
function planAsAdmission(bytes: Buffer): Buffer {
  const admission = (text: string): string => text.replaceAll('A05', 'A01');
  return editField(editField(bytes, 'MSH', 8, admission), 'EVN', 1, admission);
}

/** The number `field` of ORC, and of the OBR that goes with it. */
function inOrderSegments(bytes: Buffer, field: number, edit: (value: string) => string): Buffer {
  return editField(editField(bytes, 'ORC', field, edit), 'OBR', field, edit);
}

function firstComponent(bytes: Buffer): (value: string) => string {
  const split = readHeader(bytes)?.encoding[0] ?? '^';
  return (value) => value.split(split, 1)[0] ?? '';
}

function truncated(bytes: Buffer): Buffer {
  const cut = (value: string): string => value.slice(0, 200);
  return editField(editField(bytes, 'OBX', 5, cut), 'NTE', 3, cut);
}

/** Behind MSH, where no escape stands. */
function unescaped(bytes: Buffer): Buffer {
  const plain = (line: string): string =>
    line.replaceAll('\\T\\', '&').replaceAll('\\S\\', '^').replaceAll('\\R\\', '~');
  return editLines(bytes, (line) => (line.startsWith('MSH') ? line : plain(line)));
}

function isUpdate(bytes: Buffer): boolean {
  return readHeader(bytes)?.component(9, 2) === 'A08';
}

/** A list that is deleted: its one segment holds a null. */
function takesAway(line: string): boolean {
  return /^(NK1|IN1|AL1|DG1)\|/.test(line) && line.includes('|""');
}
