import { expect, it } from 'vitest';
import type { Profile } from '../model/profile.js';
import { ADMISSION, codesOf, edited } from '../testdata/base-judged.js';

/** A profile of another event or structure, as a tool writes it. */
const made =
  (event: string, structure: string, hl7Version = '2.5.1') =>
  (base: Profile): Profile => ({
    ...base,
    form: 'igamt',
    hl7Version,
    messages: base.messages.map((message) => ({ ...message, event, structure })),
  });

it.each([
  ['the structure that HL7 gives the event', 'ADT^A04^ADT_A01', made('A04', 'ADT_A04'), []],
  ['the structure that the profile makes up', 'ADT^A04^ADT_A04', made('A04', 'ADT_A04'), []],
  ['neither', 'ADT^A04^ADT_A05', made('A04', 'ADT_A04'), ['message-structure-mismatch']],
  [
    'another one than a profile that is right',
    'ADT^A04^ADT_A04',
    made('A04', 'ADT_A01'),
    ['message-structure-mismatch'],
  ],
  ['another one for an event of the site', 'ADT^Z04^ADT_A01', made('Z04', 'ADT_Z04'), ['message-structure-mismatch']],
])('a message may name %s', (_, type, profile, codes) => {
  expect(codesOf(edited(ADMISSION, { 'ADT^A01^ADT_A01': type }), { profile })).toEqual(codes);
});
