import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effort } from '../effort.js';
import { sizeOf } from '../size.js';

/** Real profiles and messages of other people, which lie beside a checkout and are no part of it. */
const FIXTURES = join('..', 'shared', 'fixtures', 'igamt');
const SHIPPED = 'profiles';

/** What is validated, and by which profile. `load`: the profile is read and compiled instead. */
export interface ValidationCase {
  readonly id: 'validate-adt' | 'validate-oru' | 'validate-large' | 'load-profile';
  readonly title: string;
  readonly profile: string;
  readonly message: string;
  /** OBX segments are repeated up to this size; 0 for the message as it is. */
  readonly bytes: number;
}

interface Source {
  readonly profile: string;
  readonly message: string;
}

/** A fixture where it is there, else a profile of our own with a specimen that is valid. */
function source(fixture: Source, own: Source): Source {
  const path = join(FIXTURES, fixture.profile);
  if (existsSync(path)) return { profile: path, message: join(FIXTURES, fixture.message) };
  return { profile: join(SHIPPED, own.profile), message: join(SHIPPED, own.message) };
}

export function validationCases({ largeBytes: [large] }: Effort): readonly ValidationCase[] {
  const adt = source(
    { profile: 'syndromic-a04/ack', message: 'syndromic-a04/ack/messages/ADT_A04_Ack.hl7' },
    { profile: 'adt', message: 'adt/valid/adt-a01.hl7' },
  );
  const oru = source(
    { profile: 'nndss-oru-v2', message: 'nndss-oru-v2/messages/Genv1-Case-TestMessage1.HL7' },
    { profile: 'laboratory-result', message: 'laboratory-result/valid/oru-r01.hl7' },
  );
  const made = (id: ValidationCase['id'], { profile, message }: Source, what: string, bytes = 0): ValidationCase => {
    const one = { id, title: '', profile, message, bytes };
    return { ...one, title: `${what}: ${sizeOf(validationBytes(one).length)}, profile ${profile}` };
  };
  return [
    made('validate-adt', adt, 'validate an ADT'),
    made('validate-oru', oru, 'validate an ORU'),
    made('validate-large', oru, 'validate a large ORU', large),
    { id: 'load-profile', title: `load and compile a profile: ${oru.profile}`, ...oru, bytes: 0 },
  ];
}

/** The message, ends of lines as the standard wants them, with its results repeated up to the size of the case. */
export function validationBytes({ message, bytes }: Pick<ValidationCase, 'message' | 'bytes'>): Buffer {
  const lines = readFileSync(message, 'latin1')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '');
  const results = lines.filter((line) => line.startsWith('OBX'));
  const all = [...lines];
  let length = lines.join('\r').length;
  for (let at = 0; length < bytes && results.length > 0; at++) {
    const line = results[at % results.length] ?? '';
    all.push(line);
    length += line.length + 1;
  }
  return Buffer.from(`${all.join('\r')}\r`, 'latin1');
}
