import type { Message } from '../../src/hl7/message.js';
import type { Identifier } from '../../src/population/facts.js';
import { readIdentifiers } from '../read/patient.js';
import { identifier } from '../read/values.js';

/** Whoever a command speaks of: the first identifier is the record number. A `Patient` fits. */
export interface PatientReference {
  readonly identifiers: readonly Identifier[];
}

/** State key of a record number. The authority is part of it: two hospitals may use the same number. */
export function keyOfNumber(number: Identifier): string {
  return `${number.id}^${number.authority}`;
}

export function keyOfPatient(patient: PatientReference): string {
  const number = recordNumber(patient.identifiers);
  return number === undefined ? '' : keyOfNumber(number);
}

/** The key of the patient in PID-3; empty when the message names nobody. After A40 that is the survivor. */
export function keyOfMessage(message: Message): string {
  const pid = message.first('PID');
  return pid === undefined ? '' : keyOfPatient({ identifiers: readIdentifiers(pid) });
}

/** Survivor and subsumed number of each pair of PID and MRG: A40 may repeat its PATIENT group. */
export function readMerges(message: Message): readonly { readonly survivor: string; readonly subsumed: string }[] {
  const merges: { survivor: string; subsumed: string }[] = [];
  let survivor = '';
  for (const segment of message.segments) {
    if (segment.name === 'PID') survivor = keyOfPatient({ identifiers: readIdentifiers(segment) });
    if (segment.name !== 'MRG') continue;
    const number = identifier(segment, '1');
    if (number !== undefined) merges.push({ survivor, subsumed: keyOfNumber(number) });
  }
  return merges;
}

/** The medical record number, else the first number with an authority, else the first. */
function recordNumber(identifiers: readonly Identifier[]): Identifier | undefined {
  return (
    identifiers.find(({ type, authority }) => type === 'MR' && authority !== '') ??
    identifiers.find(({ authority }) => authority !== '') ??
    identifiers[0]
  );
}
