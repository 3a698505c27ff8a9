import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../hl7/parse.js';
import { type MixFacts, makeMix, messageTypes } from './make-mix.js';

const FACTS: MixFacts = {
  mix: [
    { kind: 'message', name: 'ADT^A01', weight: 3 },
    { kind: 'message', name: 'ORU^R01', weight: 1 },
  ],
  patients: 3,
  version: '2.5.1',
  seed: 'mix',
  sizeBytes: 0,
  targets: [{ host: '127.0.0.1', port: 1 }],
};

function read(bytes: Uint8Array) {
  const parsed = parseMessage(bytes.subarray(1, -2));
  if (parsed.kind !== 'message') throw new Error('a message of the mix cannot be read');
  return parsed.message;
}

describe('the mix of a plan', () => {
  it('sends types in the shares that the plan states', () => {
    const mix = makeMix(FACTS);
    const counts = new Map<string, number>();
    for (let arrival = 0; arrival < 8_000; arrival++) {
      const { name } = mix.unitOf(arrival);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Math.abs((counts.get('ADT^A01') ?? 0) - 6_000)).toBeLessThan(200);
    expect(counts.get('ADT^A01')).toBe(8_000 - (counts.get('ORU^R01') ?? 0));
  });

  it('sends for several patients, and the same for the same arrival', () => {
    const [mix, again] = [makeMix(FACTS), makeMix(FACTS)];
    const patients = new Set<string | undefined>();
    for (let arrival = 0; arrival < 50; arrival++) {
      const [step] = mix.unitOf(arrival).steps;
      patients.add(step && read(step.template.frame).get('PID-3.1'));
      expect(mix.unitOf(arrival)).toEqual(again.unitOf(arrival));
    }
    expect(patients.size).toBe(3);
  });

  it('takes a workflow as a unit, of the roles that have a target', () => {
    const workflow = { ...FACTS, mix: [{ kind: 'workflow', name: 'inpatient', weight: 1 }] as const };
    const all = makeMix(workflow)
      .unitOf(0)
      .steps.map(({ template }) => template.from);
    expect(new Set(all)).toEqual(new Set(['ehr', 'lis', 'ris', 'pharmacy']));
    const ehr = makeMix({ ...workflow, targets: [{ role: 'ehr', host: '127.0.0.1', port: 1 }] }).unitOf(0);
    expect(new Set(ehr.steps.map(({ template }) => template.from))).toEqual(new Set(['ehr']));
    expect(ehr.steps[0]?.template.type).toBe('ADT^A01');
    expect(ehr.steps.at(-1)?.template.type).toBe('ADT^A03');
  });

  it('pads messages to a size', () => {
    const [step] = makeMix({ ...FACTS, sizeBytes: 20_000 }).unitOf(0).steps;
    expect(step && read(step.template.frame).raw.length).toBe(20_000);
  });

  it('knows what can be sent, and refuses the rest', () => {
    expect(messageTypes()).toEqual(expect.arrayContaining(['ADT^A01', 'ADT^A08', 'ORM^O01', 'ORU^R01', 'RAS^O17']));
    expect(() => makeMix({ ...FACTS, mix: [{ kind: 'message', name: 'ADT^A99', weight: 1 }] })).toThrow('ADT^A99');
  });
});
