import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { read } from '../endpoint/testdata/far-end.js';
import { acknowledge, type Reply } from '../hl7/acknowledgment.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { expectAcknowledgment, expectNoReply, expectReply } from './acknowledged.js';
import { expectWellFormedAcknowledgments } from './acknowledgment-form.js';
import { introduce } from './people.js';
import type { Session } from './session.js';
import { type Engine, scenario } from './testdata/scenario.js';
import { Unreachable } from './trouble.js';
import { sendAltered } from './unusual.js';

/** An admission on its way to an engine that answers as told. */
async function admitted(answer: Engine['answer'], engine: Engine = {}) {
  const session = await scenario({ pass: () => [], ...(answer && { answer }), ...engine });
  introduce(session);
  return { session, exchange: await sendAltered(session, 'PV1-20', 'X') };
}

function replying(facts: Partial<Reply>) {
  const at = new Date('2026-03-01T08:00:01Z');
  const own = { code: 'AA', application: 'ENGINE', facility: 'PHGH', controlId: 'R1', at } as const;
  return (payload: Buffer): WirePlan => wholeFrame(acknowledge(read(payload), { ...own, ...facts }).serialize());
}

async function failure(expectation: Promise<unknown>): Promise<Error> {
  const error: unknown = await expectation.catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('the expectation was met');
  return error;
}

function marks(session: Session): readonly string[] {
  const findings = session.stage.book.findingsOf('s1').filter(({ category }) => category === 'Expectation');
  return findings.map(({ code, path }) => `${code} ${path}`);
}

const unknown = { code: '204', severity: 'E', location: { segment: 'PID', field: 3 }, userMessage: 'who?' } as const;

describe('an expected acknowledgment', () => {
  it('is met by its code, by any of several, and by its error and place', async () => {
    const { session, exchange } = await admitted(replying({ code: 'AE', errors: [unknown] }));
    expect((await expectReply(session, exchange)).code).toBe('AE');
    for (const expected of [{}, { error: '204' }, { location: 'PID-3' }, { error: '204', location: 'PID-3' }]) {
      await expectAcknowledgment(session, exchange, { codes: ['AR', 'AE'], ...expected });
    }
    expect(marks(session)).toEqual([]);
  });

  it.each([
    [{ codes: ['AA', 'CA'] }, 'MSA-1: expected AA or CA, actual AE (204 at PID-3: who?)', 'MSA[1]-1[1]'],
    [{ codes: ['AE'], error: '207' }, 'ERR: expected 207, actual 204 at PID-3: who?', 'ERR[1]'],
    [{ codes: ['AE'], location: 'PID-5' }, 'ERR: expected at PID-5, actual 204 at PID-3: who?', 'ERR[1]'],
    [
      { codes: ['AE'], error: '204', location: 'PV1-3' },
      'ERR: expected 204 at PV1-3, actual 204 at PID-3: who?',
      'ERR[1]',
    ],
  ])('%j is missed, says what came, and marks the place', async (expected, text, path) => {
    const { session, exchange } = await admitted(replying({ code: 'AE', errors: [unknown] }));
    const error = await failure(expectAcknowledgment(session, exchange, expected));
    expect(error).toBeInstanceOf(AssertionError);
    expect(error.message).toBe(`ADT^A01 ${exchange.message?.controlId} (x1) was answered otherwise\n  ${text}`);
    expect(marks(session)).toEqual([`answered-otherwise ${path}`]);
  });

  it('says that ERR is missing where an error was expected', async () => {
    const { session, exchange } = await admitted(replying({ code: 'AE', text: 'no' }));
    const error = await failure(expectAcknowledgment(session, exchange, { codes: ['AE'], error: '204' }));
    expect(error.message).toContain('ERR: expected 204, actual no ERR segment');
  });

  it('says that the reply has no MSA', async () => {
    const { session, exchange } = await admitted(
      () => wholeFrame(Buffer.from('MSH|^~\\&|X||||2026||ADT^A01|Y|T|2.5.1\r')),
      {
        replyTimeoutMs: 30,
      },
    );
    const error = await failure(expectAcknowledgment(session, exchange, { codes: ['AA'] }));
    expect(error.message).toMatch(/was not acknowledged: .*MSA-2: expected .*, actual nothing/s);
  });
});

describe('a message without a reply that counts', () => {
  it('was not acknowledged in the time that the link gives', async () => {
    const { session, exchange } = await admitted(() => undefined, { replyTimeoutMs: 30 });
    const error = await failure(expectReply(session, exchange));
    expect(error).toBeInstanceOf(AssertionError);
    expect(error.message).toContain('was not acknowledged: no acknowledgment within 0.03 s');
  });

  it('was not acknowledged in the time that the step gives', async () => {
    const { session, exchange } = await admitted(() => undefined);
    const error = await failure(expectReply(session, exchange, 20));
    expect(error.message).toContain('was not acknowledged within 0.02 s');
  });

  it('was answered by the acknowledgment of another one', async () => {
    const other = Buffer.from('MSH|^~\\&|X||||2026||ADT^A01|OTHER|T|2.5.1\r');
    const { session, exchange } = await admitted(() => replying({})(other), { replyTimeoutMs: 30 });
    const error = await failure(expectAcknowledgment(session, exchange, { codes: ['AA'] }));
    expect(error).toBeInstanceOf(AssertionError);
    expect(error.message).toContain(`MSA-2: expected ${exchange.message?.controlId}, actual OTHER`);
  });

  it('lost its connection when it had been sent: that is no failed check', async () => {
    const { session, exchange } = await admitted(() => [{ kind: 'reset' }]);
    const error = await failure(expectReply(session, exchange));
    expect(error).toBeInstanceOf(Unreachable);
    expect(error.message).toContain('the connection was lost before');
  });

  it('lost its connection because of what a fault had done to it: the system under test should have borne it', async () => {
    const { session, exchange } = await admitted(() => [{ kind: 'reset' }]);
    exchange.faults.push('byte-by-byte');
    expect(await failure(expectReply(session, exchange))).toBeInstanceOf(AssertionError);
  });

  it('could not be sent: nobody is to blame but the infrastructure', async () => {
    const session = await scenario();
    introduce(session);
    const { ehr } = session.stage.players;
    await session.stage.players.lis?.shut();
    ehr?.connect({
      host: '127.0.0.1',
      port: session.stage.players.lis?.port ?? 0,
      connection: 'kept-open',
      depth: 1,
      connectTimeoutMs: 20_000,
      replyTimeoutMs: 20_000,
      acknowledgment: { mode: 'original' },
    });
    await sendAltered(session, 'PV1-20', 'X');
    const lost = session.exchanges.find(({ role, direction }, n) => role === 'ehr' && direction === 'sent' && n > 0);
    if (lost === undefined) throw new Error('the second link was not used');
    expect(await failure(expectReply(session, lost))).toBeInstanceOf(Unreachable);
  });
});

describe('silence', () => {
  it('is right where it is expected', async () => {
    const { session, exchange } = await admitted(() => undefined);
    await expectNoReply(session, exchange, 20);
  });

  it('is broken by any reply', async () => {
    const { session, exchange } = await admitted(replying({ code: 'AR' }));
    expect((await failure(expectNoReply(session, exchange, 20_000))).message).toMatch(
      /must not be acknowledged, but AR came$/,
    );
  });
});

describe('well-formed acknowledgments', () => {
  async function three(answer: Engine['answer']): Promise<Session> {
    const { session } = await admitted(answer);
    await sendAltered(session, 'PV1-20', 'Y');
    await sendAltered(session, 'PV1-20', 'Z');
    return session;
  }

  it('are right', async () => {
    let count = 0;
    await expectWellFormedAcknowledgments(await three((payload) => replying({ controlId: `R${++count}` })(payload)), 3);
  });

  it('must not share an id, among as many as are looked at', async () => {
    const session = await three(replying({}));
    await expectWellFormedAcknowledgments(session, 1);
    const error = await failure(expectWellFormedAcknowledgments(session, 2));
    expect(error.message).toContain('acknowledgment-id-not-unique at MSH[1]-10[1]');
  });

  it('go back to the sender', async () => {
    const session = await three((payload) => {
      const [plan] = replying({})(payload);
      if (plan?.kind !== 'write') throw new Error('one write');
      return [{ kind: 'write', bytes: Buffer.from(plan.bytes.toString().replace('|EHR|', '|SOMEBODY|')) }];
    });
    expect((await failure(expectWellFormedAcknowledgments(session, 1))).message).toContain(
      'header-not-swapped at MSH[1]-5[1]',
    );
  });
});
