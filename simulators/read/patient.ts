import type { Message } from '../../src/hl7/message.js';
import type { Segment } from '../../src/hl7/segment.js';
import { ALLERGIES } from '../../src/population/catalogue/allergies.js';
import type { Address, Allergy, Identifier, Insurance, NextOfKin, Patient } from '../../src/population/facts.js';
import { coded, identifier, valued } from './values.js';

const NOBODY: Patient = {
  identifiers: [],
  name: { family: '', given: '' },
  birthDate: '',
  sex: 'F',
  address: { street: '', city: '', state: '', zip: '', country: '' },
  phone: '',
  language: '',
  maritalStatus: '',
  account: { id: '', authority: '', type: 'AN' },
  allergies: [],
  nextOfKin: [],
  insurance: [],
};

/**
 * The patient that a message speaks of, laid over what was known: `""` deletes, an empty field leaves what is there, and
 * a set of repeating segments replaces the earlier set. Undefined without PID.
 */
export function readPatient(message: Message, known: Patient = NOBODY): Patient | undefined {
  const pid = message.first('PID');
  if (pid === undefined) return undefined;
  const account = identifier(pid, '18');
  return {
    ...known,
    identifiers: readIdentifiers(pid),
    name: readName(pid, known.name),
    birthDate: overlay(pid, '7.1', known.birthDate),
    // Other values than these two are kept in the echoed field; ranges by sex need one of them.
    sex: pid.get('8') === undefined ? known.sex : pid.get('8') === 'M' ? 'M' : 'F',
    address: readAddress(pid, known.address),
    phone: overlay(pid, '13.1', known.phone),
    language: overlay(pid, '15.1', known.language),
    maritalStatus: overlay(pid, '16.1', known.maritalStatus),
    ...(account && { account }),
    allergies: readSet(message, 'AL1', known.allergies, readAllergy),
    nextOfKin: readSet(message, 'NK1', known.nextOfKin, readNextOfKin),
    insurance: readSet(message, 'IN1', known.insurance, readInsurance),
  };
}

export function readIdentifiers(pid: Segment): readonly Identifier[] {
  return Array.from({ length: pid.repetitions(3) }, (_, i) => identifier(pid, `3[${i + 1}]`)).filter(
    (found) => found !== undefined,
  );
}

function overlay(segment: Segment, field: string, known: string): string {
  const text = segment.get(field);
  return text === undefined ? known : text === '""' ? '' : text;
}

function readName(pid: Segment, known: Patient['name']): Patient['name'] {
  if (pid.repetitions(5) === 0) return known;
  const [middle, suffix, prefix] = ['5.3', '5.4', '5.5'].map((field) => valued(pid, field));
  return {
    family: valued(pid, '5.1.1') ?? '',
    given: valued(pid, '5.2') ?? '',
    ...(middle !== undefined && { middle }),
    ...(suffix !== undefined && { suffix }),
    ...(prefix !== undefined && { prefix }),
  };
}

function readAddress(pid: Segment, known: Address): Address {
  if (pid.repetitions(11) === 0) return known;
  const other = valued(pid, '11.2');
  return {
    street: valued(pid, '11.1.1') ?? '',
    ...(other !== undefined && { other }),
    city: valued(pid, '11.3') ?? '',
    state: valued(pid, '11.4') ?? '',
    zip: valued(pid, '11.5') ?? '',
    country: valued(pid, '11.6') ?? '',
  };
}

/** The snapshot rule: no segment, no information; `""` in the first data field empties the set. */
function readSet<T>(
  message: Message,
  name: string,
  known: readonly T[],
  read: (segment: Segment) => T | undefined,
): readonly T[] {
  const segments = message.all(name);
  if (segments.length === 0) return known;
  return segments.map(read).filter((item) => item !== undefined);
}

function readAllergy(al1: Segment): Allergy | undefined {
  const substance = coded(al1, '3');
  if (substance === undefined || substance.code === '""') return undefined;
  // The class decides which drugs the allergy rules out; a message has no place for it.
  const allergyClass = ALLERGIES.find(({ code }) => code === substance.code)?.allergyClass;
  return {
    ...substance,
    type: valued(al1, '2.1') ?? '',
    severity: valued(al1, '4.1') ?? '',
    reaction: valued(al1, '5') ?? '',
    ...(allergyClass !== undefined && { allergyClass }),
  };
}

function readNextOfKin(nk1: Segment): NextOfKin | undefined {
  const family = valued(nk1, '2.1.1');
  if (family === undefined) return undefined;
  const relationship = { code: valued(nk1, '3.1') ?? '', text: valued(nk1, '3.2') ?? '' };
  return { name: { family, given: valued(nk1, '2.2') ?? '' }, relationship, phone: valued(nk1, '5.1') ?? '' };
}

function readInsurance(in1: Segment): Insurance | undefined {
  const planId = valued(in1, '2.1');
  if (planId === undefined) return undefined;
  return {
    planId,
    planName: valued(in1, '2.2') ?? '',
    companyId: valued(in1, '3.1') ?? '',
    companyName: valued(in1, '4.1') ?? '',
    policyNumber: valued(in1, '36') ?? '',
  };
}
