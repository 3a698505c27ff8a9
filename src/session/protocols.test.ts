import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { BEHAVIOURS, type EngineBehaviour } from '../endpoint/behaviour.js';
import { acknowledgmentOf, read } from '../endpoint/testdata/far-end.js';
import { isBatch, splitBatch } from '../hl7/batch.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { introduce } from './people.js';
import {
  expectEachAcknowledged,
  expectJoined,
  expectNumber,
  expectOutOfSequence,
  sendAsBatch,
  sendInParts,
  sendNumbered,
} from './protocols.js';
import type { Session } from './session.js';
import { type Engine, scenario } from './testdata/scenario.js';

async function opened(engine: Engine): Promise<Session> {
  const session = await scenario(engine);
  introduce(session);
  return session;
}

const failure = (expectation: Promise<unknown>): Promise<unknown> => expectation.catch((reason: unknown) => reason);

const told = (session: Session): readonly string[] =>
  session.stage.book
    .findingsOf('s1')
    .flatMap(({ code, expected, actual }) => (code === 'behaviour-deviates' ? [`${expected} ${actual}`] : []));

/** An engine that says this number to everything. */
const saying = (number: string, behaviour?: EngineBehaviour): Engine => ({
  answer: (payload) => wholeFrame(acknowledgmentOf(read(payload)).with('MSA-4', number).serialize()),
  ...(behaviour && { behaviour }),
});

describe('sequence numbers', () => {
  it('are met by MSA-4, and missed by another or none', async () => {
    const right = await opened(saying('4'));
    await expectNumber(right, await sendNumbered(right, 4), 4);
    const wrong = await opened(saying('5'));
    expect(await failure(expectNumber(wrong, await sendNumbered(wrong, 4), 4))).toBeInstanceOf(AssertionError);
    const none = await opened({});
    expect(String(await failure(expectNumber(none, await sendNumbered(none, 4), 4)))).toContain('actual nothing');
  });

  it('out of sequence is not accepted', async () => {
    const session = await opened(saying('4'));
    const sent = await sendNumbered(session, 9);
    expect(await failure(expectOutOfSequence(session, sent, 4))).toBeInstanceOf(AssertionError);
  });

  it('need not be kept by an engine that by its behaviour ignores them, and it is told', async () => {
    const session = await opened({ behaviour: BEHAVIOURS.mirth });
    await expectOutOfSequence(session, await sendNumbered(session, 9), 4);
    expect(told(session)).toEqual(['4 nothing']);
  });
});

describe('a batch', () => {
  const one: NonNullable<Engine['answer']> = (payload) => {
    const last = isBatch(payload) ? splitBatch(payload).messages.at(-1)?.bytes : payload;
    return wholeFrame(acknowledgmentOf(read(last ?? payload)).serialize());
  };

  it('is answered message by message, or not enough', async () => {
    const session = await opened({ answer: one, replyTimeoutMs: 50 });
    await sendAsBatch(session, 2);
    expect(await failure(expectEachAcknowledged(session, session.sentLately(2), { codes: ['AA'] }))).toBeInstanceOf(
      AssertionError,
    );
  });

  it('may be answered as one where that is the behaviour, and it is told', async () => {
    const session = await opened({ answer: one, replyTimeoutMs: 50, behaviour: BEHAVIOURS.mirth });
    await sendAsBatch(session, 2);
    await expectEachAcknowledged(session, session.sentLately(2), { codes: ['AA'] });
    expect(told(session)).toEqual(['each-message as-one']);
  });
});

describe('a message in parts', () => {
  it('that arrives part by part is not joined', async () => {
    const session = await opened({ expectationMs: 50 });
    await sendInParts(session, 100);
    expect(await failure(expectJoined(session, 'lis'))).toBeInstanceOf(AssertionError);
  });

  it('may be refused where that is the behaviour, and it is told', async () => {
    const session = await opened({ behaviour: BEHAVIOURS.hapi });
    await sendInParts(session, 100);
    await expectJoined(session, 'lis');
    expect(told(session)).toEqual(['joined refused']);
  });
});
