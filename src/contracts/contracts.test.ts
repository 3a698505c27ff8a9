import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS, type ReportFormat } from '../../reports/index.js';
import { ehr } from '../../simulators/ehr.js';
import { lis } from '../../simulators/lis.js';
import { pharmacy } from '../../simulators/pharmacy.js';
import { ris } from '../../simulators/ris.js';
import { faultContract, messagesFor, reportContract, simulatorContract, toolsFor } from '../contracts.js';
import type { Role } from '../endpoint/simulator.js';
import { defineFault, type FaultDefinition } from '../faults/definition.js';
import { FAULTS } from '../faults/index.js';
import { patientValues } from './specimen-run.js';

/** What the contract says of a breach, or undefined where it is kept. */
function breach(contract: () => void): string | undefined {
  try {
    contract();
    return undefined;
  } catch (error) {
    if (error instanceof AssertionError) return error.message;
    throw error;
  }
}

describe('the simulator contract', () => {
  it.each([
    ['ehr', () => simulatorContract(ehr, { mutations: 3 })],
    ['lis', () => simulatorContract(lis, { mutations: 3 })],
    ['ris', () => simulatorContract(ris, { mutations: 3 })],
    ['pharmacy', () => simulatorContract(pharmacy, { mutations: 3 })],
  ])('is kept by our %s', (_, contract) => expect(breach(contract)).toBeUndefined());

  it('is broken by one that stays silent', () => {
    const silent = () => ({ ...lis(), step: (state: unknown) => ({ state, effects: [] }) });
    expect(breach(() => simulatorContract(silent))).toMatch(
      /^the simulator of the role lis breaks .*\n.*got 0 replies/,
    );
  });

  it.each<Role>(['ehr', 'lis', 'ris', 'pharmacy'])('tries the %s with a whole stay', (role) => {
    expect(messagesFor(role).length).toBeGreaterThan(3);
    expect(toolsFor(role).mint('control', 'x')).toBe(toolsFor(role).mint('control', 'x'));
  });
});

describe('the fault contract', () => {
  it.each(FAULTS.map((fault): [string, FaultDefinition] => [fault.name, fault]))('is kept by our %s', (_, fault) => {
    expect(breach(() => faultContract(fault))).toBeUndefined();
  });

  const message = { says: 'it', parameters: {}, name: 'own' };
  const withBytes = (apply: (raw: Buffer) => Buffer) =>
    defineFault({
      ...message,
      make: () => ({ kind: 'message', name: 'own', apply: (raw) => [{ raw: apply(raw), afterMs: 0 }] }),
    });
  let calls = 0;

  it.each<[string, FaultDefinition, RegExp]>([
    ['a name that no scenario could write', { ...withBytes((raw) => raw), name: 'Own Fault' }, /small letters/],
    [
      'a parameter that every fault has',
      { ...withBytes((raw) => raw), parameters: { times: FAULTS[1]?.parameters['gap'] as never } },
      /"times" is one/,
    ],
    ['bytes that are changed in place', withBytes((raw) => raw.fill(0)), /changes the bytes/],
    ['chance of its own', withBytes((raw) => Buffer.concat([raw, Buffer.from([++calls])])), /for the same seed/],
    [
      'an exception',
      withBytes(() => {
        throw new Error('oops');
      }),
      /it threw: oops/,
    ],
    [
      'a wait without end',
      defineFault({
        ...message,
        make: () => ({
          kind: 'connection',
          name: 'own',
          attempts: (plan) => [{ plan, afterMs: Number.POSITIVE_INFINITY }],
        }),
      }),
      /never passes/,
    ],
  ])('is broken by %s', (_, fault, what) => expect(breach(() => faultContract(fault))).toMatch(what));
});

describe('the report contract', () => {
  it.each(REPORT_FORMATS.map((format): [string, ReportFormat] => [format.name, format]))(
    'is kept by our %s',
    (_, format) => {
      expect(breach(() => reportContract(format))).toBeUndefined();
    },
  );

  const own = (write: ReportFormat['write'], isShareable = false): ReportFormat => ({
    name: 'own',
    fileName: 'own.html',
    summary: 's',
    isShareable,
    write,
  });
  let calls = 0;

  it.each<[string, ReportFormat, RegExp]>([
    ['nothing', own(() => ' '), /a whole run: it is empty/],
    [
      'an exception at a run in which nothing ran',
      own(({ scenarios }) => scenarios.map(({ name }) => name).reduce((all, one) => all + one)),
      /an empty run: it threw/,
    ],
    ['another text each time', own(() => String(++calls)), /another text/],
    ['a change of the record', own((run) => Object.assign(run, { verdict: 'passed' }).verdict), /it threw/],
    ['a picture from elsewhere', own(() => '<img alt="x" src="https://example.org/x.png">'), /contacts a network/],
    [
      'a patient in what many can read',
      own((run) => run.scenarios.map(({ reason }) => reason ?? '-').join() || '-', true),
      /values of the patient/,
    ],
  ])('is broken by %s', (_, format, what) => expect(breach(() => reportContract(format))).toMatch(what));

  it('has a patient whose values can be told', () => {
    expect(patientValues().length).toBeGreaterThan(2);
  });
});
