import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { accept } from '../endpoint/testdata/far-end.js';
import { admitMany, expectAcknowledgedWithin, expectNothingLost } from './load.js';
import { type Engine, scenario, stage } from './testdata/scenario.js';
import { HarnessError } from './trouble.js';

const SECOND = 1_000;

/** A scenario that has sent 100 admissions, or 30 stays, through the engine. */
async function loaded(engine: Engine = {}, sends: 'admission' | 'stay' = 'admission') {
  const session = await scenario({ expectationMs: 500, replyTimeoutMs: 1_000, ...engine });
  await admitMany(session, sends, sends === 'stay' ? 60 : 200, SECOND / 2);
  return session;
}

/** Tells what an assertion says. */
async function complaint(expectation: Promise<void>): Promise<string> {
  const error: unknown = await expectation.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AssertionError);
  return error instanceof Error ? error.message : '';
}

const summary = (session: Awaited<ReturnType<typeof loaded>>): string =>
  session.stage.book.findingsOf(session.scene.id).find(({ code }) => code === 'load-summary')?.message ?? '';

describe('a load in a scenario', () => {
  it('is right where the engine is, and leaves one line and no exchange', async () => {
    const session = await loaded();
    await expectAcknowledgedWithin(session, 99, 5 * SECOND);
    await expectNothingLost(session);
    expect(session.exchanges).toEqual([]);
    expect(summary(session)).toMatch(
      /^100 messages, [\d.]+ a second, 100 acknowledged; .*100 deliveries, 0 lost, 0 dup/,
    );
    await session.close();
  });

  it('keeps the messages of each patient together', async () => {
    const session = await loaded({}, 'stay');
    await expectNothingLost(session);
    expect(summary(session)).toMatch(/^90 messages, .*90 deliveries/);
  });

  it.each<[string, Engine, RegExp]>([
    ['loses', { pass: (payload, n) => (n === 5 ? [] : [payload]) }, /1 lost \(MSH-10 L\w{5}\d{12}\)/],
    ['doubles', { pass: (payload, n) => (n === 7 ? [payload, payload] : [payload]) }, /1 duplicated/],
    ['changes', { pass: (payload, n) => [n === 9 ? swapped(payload) : payload] }, /1 altered/],
  ])('shows what an engine %s', async (_, engine, damage) => {
    const session = await loaded(engine);
    expect(await complaint(expectNothingLost(session))).toMatch(damage);
    const found = session.stage.book.findingsOf(session.scene.id).find(({ code }) => code === 'load-damaged');
    expect(found).toMatchObject({ classification: 'Error', actual: expect.stringMatching(damage) });
  });

  it('names what an engine loses', async () => {
    let lost = '';
    const pass = (payload: Buffer, n: number): readonly Buffer[] => {
      if (n === 5) lost = controlIdOf(payload);
      return n === 5 ? [] : [payload];
    };
    expect(await complaint(expectNothingLost(await loaded({ pass })))).toContain(`1 lost (MSH-10 ${lost})`);
  });

  it('shows what an engine lets overtake', async () => {
    let held: Buffer | undefined;
    const pass = (payload: Buffer): readonly Buffer[] => {
      // The first admission waits for the transfer of the same patient: both bear the number of the first arrival.
      const ordinal = Number(/\|L\w{5}(\d{12})\|/.exec(payload.toString('latin1'))?.[1]);
      if (ordinal === 0) held = Buffer.from(payload);
      if (ordinal === 0) return [];
      return ordinal === 1 && held ? [payload, held] : [payload];
    };
    expect(await complaint(expectNothingLost(await loaded({ pass }, 'stay')))).toMatch(/1 reordered/);
  });

  it('counts from the instant at which a message was to be sent, and only what was accepted', async () => {
    const refuse = await loaded({
      answer: (payload, n) => (n % 4 === 0 ? refused(payload) : accept(payload)),
    });
    expect(await complaint(expectAcknowledgedWithin(refuse, 80, 5 * SECOND))).toMatch(/expected 80 %, actual 75 %/);
    await expectAcknowledgedWithin(refuse, 70, 5 * SECOND);
    const silent = await loaded({ answer: (payload, n) => (n % 10 === 0 ? undefined : accept(payload)) });
    expect(await complaint(expectAcknowledgedWithin(silent, 99, 5 * SECOND))).toMatch(/actual \d+(\.\d)? %/);
  });

  it('is shortened by the time scale, but not to few patients', async () => {
    const made = await stage();
    const session = made.open();
    const timer = { ...made.timer, scale: 0.01 };
    Object.assign(session.stage, { timer, expectationMs: 100_000 });
    await admitMany(session, 'admission', 400, 10 * SECOND);
    expect(summary(session)).toMatch(/^200 messages/);
  });

  it('says that nothing was sent', async () => {
    const session = await scenario();
    await expect(expectNothingLost(session)).rejects.toBeInstanceOf(HarnessError);
  });
});

function controlIdOf(payload: Buffer): string {
  return payload.toString('latin1').split('|')[9] ?? '';
}

function swapped(payload: Buffer): Buffer {
  return Buffer.from(payload.toString('latin1').replace('\rPID|', '\rPID|9'), 'latin1');
}

function refused(payload: Buffer) {
  return accept(payload).map((action) =>
    action.kind === 'write'
      ? { ...action, bytes: Buffer.from(action.bytes.toString('latin1').replace('|AA|', '|AE|'), 'latin1') }
      : action,
  );
}
