import { describe, expect, it } from 'vitest';
import { read } from '../endpoint/testdata/far-end.js';
import { acknowledge } from '../hl7/acknowledgment.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { expectAcknowledgedOnce, expectNotAccepted } from './acknowledged-once.js';
import { introduce } from './people.js';
import { type Engine, scenario } from './testdata/scenario.js';
import { sendAltered, sendBytes, sendManyAtOnce } from './unusual.js';

const AT = new Date('2026-03-01T08:00:01Z');

function acceptance(payload: Buffer, code: 'AA' | 'AR' = 'AA'): Buffer {
  const own = { application: 'ENGINE', facility: 'PHGH', controlId: 'R1', at: AT };
  return acknowledge(read(payload), { code, ...own }).serialize();
}

async function afterUpdates(answer: Engine['answer'], engine: Engine = {}) {
  const session = await scenario({ pass: () => [], ...(answer && { answer }), ...engine });
  introduce(session);
  await sendManyAtOnce(session, 3);
  return session;
}

describe('messages that are to be acknowledged once each', () => {
  it('are, where each gets one acknowledgment', async () => {
    const session = await afterUpdates((payload) => wholeFrame(acceptance(payload)));
    await expect(expectAcknowledgedOnce(session, 3)).resolves.toBeUndefined();
  });

  it('are not, where the receiver acknowledges all messages of the connection again with each', async () => {
    const seen: Buffer[] = [];
    const session = await afterUpdates((payload): WirePlan => {
      seen.push(payload);
      return seen.flatMap((each) => wholeFrame(acceptance(each)));
    });
    await expect(expectAcknowledgedOnce(session, 3)).rejects.toThrow(
      /^acknowledgments of one message\n {2}ADT\^A31 .*: expected 1, actual 4\n.*actual 3\n.*actual 2$/,
    );
  });

  it('are not, where one gets none', async () => {
    const session = await afterUpdates((payload, n) => (n === 2 ? undefined : wholeFrame(acceptance(payload))), {
      replyTimeoutMs: 50,
    });
    await expect(expectAcknowledgedOnce(session, 3)).rejects.toThrow('was not acknowledged');
  });
});

describe('a message that must not be accepted', () => {
  it('may be refused, or stay unanswered', async () => {
    const refused = await scenario({ pass: () => [], answer: (payload) => wholeFrame(acceptance(payload, 'AR')) });
    introduce(refused);
    await expectNotAccepted(await sendAltered(refused, 'PV1-20', 'X'));
    const silent = await scenario({ pass: () => [], answer: () => undefined, replyTimeoutMs: 30 });
    introduce(silent);
    await expectNotAccepted(await sendAltered(silent, 'PV1-20', 'X'));
  });

  it('is accepted by AA even where that names no message', async () => {
    const nameless = Buffer.from('MSH|^~\\&|ENGINE|PHGH|||2026||ACK|1|T|2.5.1\rMSA|AA|\r');
    const session = await scenario({ pass: () => [], answer: () => wholeFrame(nameless), replyTimeoutMs: 30 });
    introduce(session);
    const exchange = await sendBytes(session, Buffer.from('<?xml version="1.0"?><a/>'));
    await expect(expectNotAccepted(exchange)).rejects.toThrow('must not be accepted, but AA came');
  });
});
