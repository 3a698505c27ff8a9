import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { introduce } from './people.js';
import type { Session } from './session.js';
import { scenario } from './testdata/scenario.js';
import { HarnessError } from './trouble.js';
import { expectUnchanged } from './unchanged.js';
import { admission, sendAsEhr, sendBytes } from './unusual.js';

/** Sends an admission through an engine that changes the text of what it passes on. */
async function passedOn(change: (text: string) => string, expectationMs = 20_000): Promise<Session> {
  const pass = (payload: Buffer): readonly Buffer[] => [Buffer.from(change(payload.toString()))];
  const session = await scenario({ pass, expectationMs });
  introduce(session);
  await sendAsEhr(session, admission(session).withRaw('PV1-3', '4W^401^1').withRaw('PID-5', 'DOE^JOHN'));
  return session;
}

async function failure(session: Session): Promise<Error> {
  const error: unknown = await expectUnchanged(session, session.lastSent, 'lis').catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('the message was taken for unchanged');
  return error;
}

describe('a message that has to arrive as it was sent', () => {
  it('may', async () => {
    const session = await passedOn((text) => text);
    expect((await expectUnchanged(session, session.lastSent, 'lis')).message.get('PID-5.1')).toBe('DOE');
  });

  it('may have another header, as engines write it', async () => {
    const session = await passedOn((text) =>
      text.replace('|EHR|PHGH|', '|ENGINE|HUB|').replace(/\|X\w{13}\|/, '|NEWID|'),
    );
    const { message } = await expectUnchanged(session, session.lastSent, 'lis');
    expect([message.get('MSH-3'), message.controlId]).toEqual(['ENGINE', 'NEWID']);
  });

  it.each<[string, string, (text: string) => string]>([
    ['a changed field', 'PID[1]-5[1]: differs', (text) => text.replace('DOE^JOHN', 'DOE^JACK')],
    ['a cut text', 'PID[1]-5[1]: differs', (text) => text.replace('DOE^JOHN', 'DOE')],
    ['a field more', 'PV1[1]-', (text) => text.replace(/(PV1[^\r]*)/, '$1|||||more')],
    ['a segment less', 'PV1[1]: expected PV1, actual', (text) => text.replace(/PV1[^\r]*\r/, '')],
    ['a segment more', 'ZZZ[1]: expected the end of the message, actual ZZZ', (text) => `${text}ZZZ|1\r`],
    [
      'two segments swapped',
      'EVN[1]: expected EVN, actual PID',
      (text) => text.replace(/(EVN[^\r]*\r)(PID[^\r]*\r)/, '$2$1'),
    ],
  ])('fails with %s', async (_, place, change) => {
    const session = await passedOn(change);
    const error = await failure(session);
    expect(error).toBeInstanceOf(AssertionError);
    expect(error.message).toContain(`\n  ${place}`);
    const marked = session.stage.book.findingsOf('s1').filter(({ code }) => code === 'changed-on-the-way');
    expect(marked.map(({ path }) => path)).toEqual([expect.stringContaining(place.slice(0, 6))]);
  });

  it('names every place, up to five', async () => {
    const session = await passedOn((text) => text.replace('DOE^JOHN', 'X').replace('4W^401^1', 'Y'));
    expect((await failure(session)).message.split('\n').slice(1)).toEqual([
      expect.stringContaining('PID[1]-5[1]'),
      expect.stringContaining('PV1[1]-3[1]'),
    ]);
    const all = await passedOn((text) => `${text.replace(/([^\r]{8})(?=\r)/g, 'changed!')}`);
    expect((await failure(all)).message.split('\n').length).toBeLessThanOrEqual(6);
  });

  it('fails where it does not arrive', async () => {
    const session = await scenario({ pass: () => [], expectationMs: 30 });
    introduce(session);
    await sendAsEhr(session, admission(session));
    expect((await failure(session)).message).toContain('did not reach the laboratory within 0.03 s');
  });

  it('is not taken for another one that has no time either', async () => {
    const session = await scenario({ expectationMs: 30, pass: (payload, n) => (n === 1 ? [payload] : []) });
    introduce(session);
    for (let n = 0; n < 2; n++) await sendAsEhr(session, admission(session).withRaw('MSH-7', ''));
    expect((await failure(session)).message).toContain('did not reach the laboratory');
  });

  it('has to be a message', async () => {
    const session = await scenario({ replyTimeoutMs: 20, answer: () => undefined });
    introduce(session);
    await sendBytes(session, Buffer.from('no HL7'));
    expect(await failure(session)).toBeInstanceOf(HarnessError);
  });
});
