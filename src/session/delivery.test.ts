import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { BEHAVIOURS, type EngineBehaviour } from '../endpoint/behaviour.js';
import { expectDelivered, expectDeliveredOnce, expectInOrder, expectNotDelivered, expectResent } from './delivery.js';
import { suffer } from './link-trouble.js';
import { introduce } from './people.js';
import { addPerson } from './registration.js';
import type { Session } from './session.js';
import { type Engine, scenario } from './testdata/scenario.js';
import { HarnessError } from './trouble.js';
import { sendManyAtOnce } from './unusual.js';

/** Two or more updates through an engine that passes on what the test wants. The first to come is the addition of the person. */
async function updated(
  pass: Engine['pass'],
  count = 1,
  expectationMs = 20_000,
  behaviour?: EngineBehaviour,
): Promise<Session> {
  const session = await scenario({ ...(pass && { pass }), expectationMs, ...(behaviour && { behaviour }) });
  introduce(session);
  await addPerson(session);
  await sendManyAtOnce(session, count);
  return session;
}

async function failure(expectation: Promise<unknown>): Promise<string> {
  const error: unknown = await expectation.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AssertionError);
  return error instanceof Error ? error.message : '';
}

function holdUp(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const renamed = (payload: Buffer): Buffer => Buffer.from(payload.toString().replace(/\|X\w{13}\|/, '|ANOTHERID|'));

describe('exactly once', () => {
  it('a system that by its behaviour sends again what was in error may; by the standard it may not', async () => {
    const twice = (payload: Buffer, ordinal: number) => (ordinal === 3 ? [payload, payload] : [payload]);
    const lenient: EngineBehaviour = { ...BEHAVIOURS.spec, name: 'like spec', error: 'again' };
    const delivered = async (behaviour: EngineBehaviour): Promise<Session> => {
      const session = await scenario({ pass: twice, behaviour });
      introduce(session);
      await addPerson(session);
      await suffer(session, 'lis', 'application-error:times=1');
      await sendManyAtOnce(session, 1);
      return session;
    };
    const excused = await delivered(lenient);
    await expectDeliveredOnce(excused, excused.lastSent, 'lis');
    const told = excused.stage.book.findingsOf('s1').filter(({ code }) => code === 'behaviour-deviates');
    expect(told.map(({ expected, actual }) => [expected, actual])).toEqual([['set-aside', 'again']]);
    const strict = await delivered(BEHAVIOURS.spec);
    expect(await failure(expectDeliveredOnce(strict, strict.lastSent, 'lis'))).toContain('2 times');
  });

  it('is met by one delivery, and what is sent to make sure is not "the message"', async () => {
    const session = await updated(undefined);
    const { lastSent } = session;
    await expectDeliveredOnce(session, lastSent, 'lis');
    expect(session.lastSent).toBe(lastSent);
  });

  it('is missed by two', async () => {
    const session = await updated((payload, n) => (n === 2 ? [payload, payload] : [payload]));
    expect(await failure(expectDeliveredOnce(session, session.lastSent, 'lis'))).toContain('expected once, actual 2');
  });

  it('is met by two where this process was held up for so long that the system could only send again', async () => {
    const session = await scenario({
      timeScale: 0.05,
      pass: (payload, n) => {
        if (n === 2) holdUp(400);
        return n === 2 ? [payload, payload] : [payload];
      },
    });
    introduce(session);
    await addPerson(session);
    await sendManyAtOnce(session, 1);
    await expectDeliveredOnce(session, session.lastSent, 'lis');
  });

  it('is missed by a second one that comes late, but before what is sent behind it', async () => {
    let kept: Buffer = Buffer.alloc(0);
    const session = await updated((payload, n) => {
      if (n === 2) kept = payload;
      return n === 3 ? [kept, payload] : [payload];
    });
    expect(await failure(expectDeliveredOnce(session, session.lastSent, 'lis'))).toContain('expected once, actual 2');
  });

  it('is missed by none', async () => {
    const session = await updated((payload, n) => (n === 2 ? [] : [payload]), 1, 50);
    expect(await failure(expectDeliveredOnce(session, session.lastSent, 'lis'))).toContain(
      'did not reach the laboratory',
    );
  });
});

describe('never', () => {
  it('is met when something later has arrived', async () => {
    const session = await updated((payload, n) => (n === 2 ? [] : [payload]));
    await expectNotDelivered(session, session.lastSent, 'lis');
  });

  it('is missed by a delivery', async () => {
    const session = await updated(undefined);
    expect(await failure(expectNotDelivered(session, session.lastSent, 'lis'))).toContain(
      'must not reach the laboratory',
    );
  });

  it('cannot be told where nothing arrives at all', async () => {
    const session = await updated((payload, n) => (n === 1 ? [payload] : []), 1, 50);
    expect(await failure(expectNotDelivered(session, session.lastSent, 'lis'))).toContain(
      'did not reach the laboratory',
    );
  });

  it('cannot be told of the EHR', async () => {
    const session = await updated(undefined);
    await expect(expectNotDelivered(session, session.lastSent, 'ehr')).rejects.toBeInstanceOf(HarnessError);
  });
});

describe('sent again', () => {
  it('is met by the same bytes twice', async () => {
    const session = await updated((payload, n) => (n === 2 ? [payload, payload] : [payload]));
    await expectResent(session, session.lastSent, 'lis');
  });

  it('is missed by another id', async () => {
    const session = await updated((payload, n) => (n === 2 ? [payload, renamed(payload)] : [payload]));
    expect(await failure(expectResent(session, session.lastSent, 'lis'))).toMatch(
      /came again changed \(x\d+\)\n {2}MSH-10: expected X\w{13}, actual ANOTHERID/,
    );
  });

  it.each([
    { name: 'mirth', told: ['Warning behaviour-deviates'] },
    { name: 'hapi', told: ['Warning behaviour-deviates'] },
  ] as const)('is not asked of $name where the message was rejected, and that is told', async ({ name, told }) => {
    const session = await updated(undefined, 1, 50, BEHAVIOURS[name]);
    const before = session.stage.book.findingsOf(session.scene.id).length;
    await suffer(session, 'lis', 'application-reject', 'receives');
    await sendManyAtOnce(session, 1);
    await expectResent(session, session.lastSent, 'lis');
    const found = session.stage.book.findingsOf(session.scene.id).slice(before);
    expect(found.map(({ classification, code }) => `${classification} ${code}`)).toEqual(told);
  });

  it('is missed by one delivery', async () => {
    const session = await updated(undefined, 1, 50);
    expect(await failure(expectResent(session, session.lastSent, 'lis'))).toContain(
      'was not sent to the laboratory again',
    );
  });
});

describe('in order', () => {
  it('is met, also where one comes twice', async () => {
    const session = await updated((payload, n) => (n === 3 ? [payload, payload] : [payload]), 3);
    await expectInOrder(session, session.sentLately(3), 'lis');
  });

  it('is missed where one overtakes another, and says which', async () => {
    let kept: Buffer = Buffer.alloc(0);
    const session = await updated((payload, n) => {
      if (n === 2) kept = payload;
      return n === 2 ? [] : n === 3 ? [payload, kept] : [payload];
    }, 3);
    expect(await failure(expectInOrder(session, session.sentLately(3), 'lis'))).toContain(
      'expected 1 to 3, actual 2, 1, 3',
    );
  });

  it('is missed where one is lost', async () => {
    const session = await updated((payload, n) => (n === 3 ? [] : [payload]), 3, 50);
    expect(await failure(expectInOrder(session, session.sentLately(3), 'lis'))).toContain(
      'did not reach the laboratory',
    );
  });
});

it('a delivery is found by its control id, whatever else came', async () => {
  const session = await updated(undefined, 3);
  const [, second] = session.sentLately(3);
  if (second === undefined) throw new Error('three were sent');
  expect((await expectDelivered(session, second, 'lis')).message.controlId).toBe(second.message?.controlId);
});
