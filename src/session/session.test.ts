import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { caller, farEnd } from '../endpoint/testdata/far-end.js';
import { acknowledge } from '../hl7/acknowledgment.js';
import { parseMessage } from '../hl7/parse.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { suffer } from './link-trouble.js';
import { introduce } from './people.js';
import { addPerson } from './registration.js';
import type { ControlAction } from './sut-control.js';
import { type Engine, scenario, stage } from './testdata/scenario.js';
import { FeatureMistake, HarnessError, Unreachable, Untestable } from './trouble.js';

function badlyAnswered(payload: Buffer): WirePlan {
  const parsed = parseMessage(payload);
  if (parsed.kind === 'malformed') throw new Error('the specimen is malformed');
  const own = { code: 'AA', application: 'ENGINE', facility: 'PHGH', controlId: 'SAME' } as const;
  return wholeFrame(
    acknowledge(parsed.message, { ...own, at: new Date(0) })
      .with('MSH-11', 'P')
      .serialize(),
  );
}

describe('what a scenario does', () => {
  it('takes a minute of message time, is waited for and is "the message"', async () => {
    const session = await scenario();
    introduce(session);
    const sent = await addPerson(session);
    expect(sent.message?.get('MSH-7')).toMatch(/^20260301080100/);
    expect([session.lastSent, session.sentLately(5), session.hasSent]).toEqual([sent, [sent], true]);
  });

  it('has to send something, or the step says why it did not', async () => {
    const session = await scenario();
    const { patient } = introduce(session);
    await expect(session.act('ehr', { kind: 'discharge', patient })).rejects.toThrow(/^the EHR sent nothing: ./);
  });

  it('cannot be done at a system that the system under test plays', async () => {
    const session = await scenario();
    expect(() => session.player('ris')).toThrow(Untestable);
    expect(() => session.player('ris')).toThrow('the environment does not name it under "actors"');
  });

  it('cannot speak of "the message" before there is one', async () => {
    const session = await scenario();
    expect(() => session.lastSent).toThrow(HarnessError);
  });

  it('is keyed by seed, feature, name and row: another row has other people', async () => {
    const { open } = await stage();
    const numbers = [1, 1, 2].map((n) => introduce(open(n)).patient.identifiers[0]?.id);
    expect(numbers[0]).toBe(numbers[1]);
    expect(numbers[2]).not.toBe(numbers[0]);
  });
});

describe('the end of a scenario', () => {
  it('is quiet where all is well', async () => {
    const session = await scenario();
    introduce(session);
    await (await addPerson(session)).settled;
    await session.close();
    expect(session.scene.closed).toBe(true);
    expect(session.stage.claims.current().id).toBeUndefined();
  });

  it('fails for what its exchanges have shown to be wrong, though no step has asked', async () => {
    const session = await scenario({ answer: badlyAnswered });
    introduce(session);
    await (await addPerson(session)).settled;
    const error: unknown = await session.close().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AssertionError);
    expect(String(error)).toContain('processing-id-not-copied at MSH[1]-11[1]): expected T, actual P');
  });

  it('knows the ids of acknowledgments from the scenarios before', async () => {
    const { open } = await stage({
      answer: (payload) => {
        const [plan] = badlyAnswered(payload);
        return plan?.kind === 'write'
          ? [{ kind: 'write', bytes: Buffer.from(plan.bytes.toString().replace('|P|', '|T|')) }]
          : undefined;
      },
    });
    const first = open(1);
    introduce(first);
    await (await addPerson(first)).settled;
    await first.close();
    const second = open(2);
    introduce(second);
    await (await addPerson(second)).settled;
    await expect(second.close()).rejects.toThrow('acknowledgment-id-not-unique');
  });

  it('a missed expectation has failed its step, and does not fail the scenario twice', async () => {
    const session = await scenario();
    const finding = { section: 'content', classification: 'Error', code: 'x', message: 'x' } as const;
    session.stage.book.finding({ ...finding, category: 'Expectation' }, 's1');
    await session.close();
    const other = await scenario();
    other.stage.book.finding({ ...finding, category: 'Usage' }, 's1');
    await expect(other.close()).rejects.toThrow('x (x)');
  });

  it('takes faults away and opens what was shut', async () => {
    const { open, players } = await stage();
    const session = open();
    introduce(session);
    await suffer(session, 'ehr', 'duplicate-control-id:on=every 1');
    await suffer(session, 'lis', 'refuse-connection');
    const port = players.lis.port ?? 0;
    await expect(caller(port)).rejects.toThrow('nothing listens there');
    await session.close();
    await caller(port);
    const next = open(2);
    introduce(next);
    const sent = await next.act('ehr', { kind: 'add-person', patient: next.cast.guest().patient });
    expect(sent).toHaveLength(1);
  });

  it('is a matter of infrastructure where a port cannot be opened again, and the scenario is over all the same', async () => {
    const { open, players } = await stage();
    const session = open();
    await players.lis.shut();
    await farEnd(undefined, players.lis.port);
    const error: unknown = await session.close().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain(`the laboratory cannot listen again: `);
    expect(session.scene.closed).toBe(true);
  });
});

describe('the system under test', () => {
  async function after(...done: readonly ControlAction[]): Promise<readonly ControlAction[]> {
    const { open, actions } = await stage();
    const session = open();
    for (const action of done) await session.control(action);
    await session.close();
    return actions.slice(done.length);
  }

  it.each<[readonly ControlAction[], readonly ControlAction[]]>([
    [['kill'], ['start']],
    [['stop'], ['start']],
    [['pause'], ['resume']],
    [['cutOff'], ['restore']],
    [
      ['cutOff', 'kill'],
      ['restore', 'start'],
    ],
    [['pause', 'kill'], ['start']],
    [['kill', 'start'], []],
    [['kill', 'start', 'kill'], ['start']],
    [['pause', 'resume'], []],
    [[], []],
  ])('after %j is brought back by %j', async (done, owed) => {
    expect(await after(...done)).toEqual(owed);
  });

  it('is left alone when the run is over, also by a step that is still under way', async () => {
    const { open, actions, control } = await stage();
    const session = open();
    await session.control('pause');
    expect(control.owed).toEqual(['resume']);
    control.end();
    await expect(session.control('kill')).rejects.toThrow('could not kill the system under test: the run is over');
    expect(actions).toEqual(['pause']);
  });

  it('is written down with what was done to it, also at the end', async () => {
    const { open, entries } = await stage();
    const session = open();
    await session.control('pause');
    await session.close();
    const controls = entries.flatMap((entry) => (entry.kind === 'sut-control' ? [[entry.scenario, entry.action]] : []));
    expect(controls).toEqual([
      ['s1', 'pause'],
      ['s1', 'resume'],
    ]);
  });

  it('that cannot be acted on makes a scenario untestable, one that does not obey is out of reach', async () => {
    const unavailable = { kind: 'unavailable', remedy: 'give a command' } as const;
    const session = await scenario({ control: () => unavailable } satisfies Engine);
    await expect(session.control('kill')).rejects.toThrow(
      new Untestable('cannot kill the system under test: give a command'),
    );
    const failed = { kind: 'failed', message: 'no such service' } as const;
    const other = await scenario({ control: () => failed } satisfies Engine);
    await expect(other.control('start')).rejects.toThrow(Unreachable);
  });

  it('that does not come back is told at the end, and the scenario is over all the same', async () => {
    const session = await scenario({
      control: (action) => (action === 'start' ? { kind: 'failed', message: 'port taken' } : { kind: 'done' }),
    });
    await session.control('kill');
    await expect(session.close()).rejects.toThrow('could not start the system under test: port taken');
    expect(session.scene.closed).toBe(true);
  });
});

describe('a fault that a step names', () => {
  it.each([
    ['no-such-fault', /there is no fault "no-such-fault"; there are/],
    ['late-acknowledgment:delay=soon', /delay=soon must be a duration/],
    ['late-acknowledgment:wait=8s', /has no parameter "wait"; it has/],
  ])('%s is a mistake of the feature', async (text, message) => {
    const session = await scenario();
    await expect(suffer(session, 'lis', text)).rejects.toThrow(FeatureMistake);
    await expect(suffer(session, 'lis', text)).rejects.toThrow(message);
  });
});
