import { describe, expect, it, onTestFinished } from 'vitest';
import { PATHWAYS } from '../../simulators/pathways.js';
import { usualAcknowledgment } from '../config/acknowledgment.js';
import type { ActorConfig, Environment, Target } from '../config/config.js';
import { demoConfig } from '../config/demo.js';
import { accept, caller, farEnd, read, update } from '../endpoint/testdata/far-end.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { FAULTS } from '../faults/index.js';
import { NEXT } from '../faults/selection.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { type SimulateOptions, type SimulateResult, simulate } from './simulate.js';

type Playing = Extract<SimulateResult, { kind: 'playing' }> & { readonly entries: readonly JournalEntry[] };

/** One system that acts by itself; its times are shortened a hundredfold. */
async function playing(
  role: 'ehr' | 'lis',
  name: string,
  more: Partial<SimulateOptions> & { readonly to?: number } = {},
): Promise<Playing> {
  const pathway = PATHWAYS.find((candidate) => candidate.role === role && candidate.name === name);
  if (pathway === undefined) throw new Error(`there is no pathway ${name}`);
  const { to, ...options } = more;
  const send: Target | undefined = to === undefined ? undefined : { host: '127.0.0.1', port: to, tls: false };
  const entries: JournalEntry[] = [];
  const result = await simulate({
    actor: actorFor(role, send),
    departments: [],
    environment: environment(),
    pathway,
    seed: '1',
    clock: new Date('2026-03-01T08:00:00Z'),
    paceMs: 10,
    patients: 1,
    faults: [],
    onEntry: (entry) => entries.push(entry),
    ...options,
  });
  if (result.kind === 'failed') throw new Error(result.message);
  onTestFinished(() => result.close());
  return { ...result, entries };
}

function environment(): Environment {
  return demoConfig({ folder: '/', features: [], timeScale: 0.01 }).environment;
}

function actorFor(role: 'ehr' | 'lis', send: Target | undefined): ActorConfig {
  const acknowledgment = usualAcknowledgment(2_000_000);
  const listen = { host: '127.0.0.1', port: 0, tls: false };
  const identity = { application: role.toUpperCase(), facility: 'PHGH' };
  return {
    role,
    identity,
    listen,
    orderAnswer: 'same-connection',
    version: '2.5.1',
    acknowledgment: { send: acknowledgment, listen: acknowledgment },
    faults: [],
    ownFaults: [],
    charset: '',
    ...(send && { send }),
  };
}

function types(payloads: readonly string[]): readonly string[] {
  return payloads.map((payload) => read(Buffer.from(payload, 'latin1')).rawText('MSH-9')?.slice(0, 7) ?? '');
}

describe('a system that acts by itself', () => {
  it('a laboratory takes an order from an EHR and reports until the result is final', async () => {
    const ward = await farEnd();
    const laboratory = await playing('lis', 'finalise', { to: ward.port });
    const hospital = await playing('ehr', 'outpatient', { to: laboratory.port ?? 0 });
    await hospital.walked;
    const reply = hospital.entries.flatMap((entry) =>
      entry.kind === 'reply' ? [Buffer.from(entry.raw, 'base64').toString()] : [],
    );
    expect(types(reply)).toContain('ORR^O02');
    const final = await ward.until(() =>
      ward.payloads
        .map((payload) => read(Buffer.from(payload, 'latin1')))
        .find((result) => result.get('OBR-25') === 'F'),
    );
    const order = hospital.entries
      .flatMap((entry) =>
        entry.kind === 'message' && entry.direction === 'sent' ? [read(Buffer.from(entry.raw, 'base64'))] : [],
      )
      .find((sent) => sent.type.code === 'ORM');
    expect(final.get('OBR-2.1')).toBe(order?.get('ORC-2.1'));
    expect(final.get('PID-3.1')).toBe(order?.get('PID-3.1'));
    expect(types(ward.payloads).filter((type) => type === 'ORU^R01').length).toBeGreaterThan(1);
  });

  it('an EHR walks as many patients as it is told to, each once, and sends the same for the same seed', async () => {
    const walked = async (): Promise<readonly string[]> => {
      const sut = await farEnd();
      const ehr = await playing('ehr', 'outpatient', { to: sut.port, patients: 2 });
      await ehr.walked;
      await ehr.close();
      return sut.payloads;
    };
    const [first, again] = [await walked(), await walked()];
    const patients = new Set(first.map((payload) => read(Buffer.from(payload, 'latin1')).get('PID-3.1')));
    expect(patients.size).toBe(2);
    // A running clock stamps the messages; who they are about and their ids do not depend on it.
    const ids = (payloads: readonly string[]) =>
      payloads.map((payload) => read(Buffer.from(payload, 'latin1')).get('PID-3.1'));
    expect(ids(again)).toEqual(ids(first));
    expect(types(again)).toEqual(types(first));
  });

  it('stops where it stands when it is closed', async () => {
    const sut = await farEnd();
    const ehr = await playing('ehr', 'inpatient', { to: sut.port, patients: Number.POSITIVE_INFINITY });
    await sut.until(() => sut.payloads.length >= 3);
    await ehr.close();
    await ehr.walked;
  });

  it('suffers faults', async () => {
    const [definition] = FAULTS.filter(({ name }) => name === 'application-reject');
    const fault = definition?.make();
    if (fault?.kind !== 'listener') throw new Error('the fault is on replies');
    const laboratory = await playing('lis', 'answer', { faults: [{ fault, selection: NEXT }] });
    const sut = await caller(laboratory.port ?? 0);
    for (const id of ['a', 'b']) await sut.connection.write(wholeFrame(update(id).serialize()));
    await sut.until(() => sut.payloads.length === 2);
    expect(sut.payloads.map((payload) => read(Buffer.from(payload)).get('MSA-1'))).toEqual([
      'AR',
      expect.not.stringMatching('AR'),
    ]);
  });

  it('sends to each department of an EHR what belongs to it', async () => {
    const [laboratory, radiology] = [await farEnd(), await farEnd()];
    const departments = [
      { department: 'lis', target: { host: '127.0.0.1', port: laboratory.port, tls: false } },
      { department: 'ris', target: { host: '127.0.0.1', port: radiology.port, tls: false } },
    ] as const;
    const ehr = await playing('ehr', 'outpatient', { departments });
    await ehr.walked;
    expect(types(laboratory.payloads)).toContain('ORM^O01');
    expect(types(laboratory.payloads).filter((type) => type.startsWith('ADT'))).toEqual(
      types(radiology.payloads).filter((type) => type.startsWith('ADT')),
    );
    const orders = [laboratory, radiology].map(
      ({ payloads }) => types(payloads).filter((type) => !type.startsWith('ADT')).length,
    );
    expect(orders).toEqual([1, 1]);
  });

  it('says what is wrong where its port is taken', async () => {
    const other = await farEnd(accept);
    const pathway = PATHWAYS.find(({ name, role }) => role === 'lis' && name === 'answer');
    if (pathway === undefined) throw new Error('no such pathway');
    const actor = { ...actorFor('lis', undefined), listen: { host: '127.0.0.1', port: other.port, tls: false } };
    const facts = { departments: [], environment: environment(), pathway, seed: '1', clock: new Date(0), paceMs: 1 };
    const result = await simulate({ actor, ...facts, patients: 1, faults: [], onEntry: () => {} });
    expect(result).toEqual({ kind: 'failed', message: expect.stringContaining(`127.0.0.1:${other.port}`) });
  });
});
