import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { parseMessage } from '../hl7/parse.js';
import { HARD_CASES } from '../population/hard-cases.js';
import { patient } from '../population/patient.js';
import { adtA01 } from './adt.js';
import { AT, envelope, visit } from './testdata/facts.js';

describe.each(HARD_CASES)('$name', ({ name }) => {
  const person = patient(rng('hard case', name), { id: '1', account: '2', refDate: AT, hardCase: name });

  it('is read back as it was told', () => {
    const { raw } = adtA01({ ...envelope('2.5.1'), charset: 'UNICODE UTF-8' }, { patient: person, visit });
    const parsed = parseMessage(raw);
    if (parsed.kind !== 'message') throw new Error(parsed.defects[0]?.reason);
    expect(parsed.message.get('PID-5.1')).toBe(person.name.family);
    expect(parsed.message.get('PID-5.2')).toBe(person.name.given);
    expect(parsed.message.get('PID-5.4')).toBe(person.name.suffix);
    expect(parsed.message.get('PID-7')).toBe(person.birthDate);
    expect(parsed.message.repetitions('PID-5')).toBe(1);
  });
});
