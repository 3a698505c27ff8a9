import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { acceptThenClose } from './accept-then-close.js';
import { applicationError } from './application-error.js';
import { applicationReject } from './application-reject.js';
import { closeAfterAck } from './close-after-ack.js';
import { duplicateAcknowledgment } from './duplicate-acknowledgment.js';
import { HONEST_REPLY, type ListenerFault, type ReplyPlan } from './fault.js';
import { lateAcknowledgment } from './late-acknowledgment.js';
import { neverAcknowledge } from './never-acknowledge.js';
import { refuseConnection } from './refuse-connection.js';
import { resetAfterReceipt } from './reset-after-receipt.js';
import { wrongCorrelation } from './wrong-correlation.js';

const ACK = 'MSH|^~\\&|LIS|N|ENGINE|N|20250301||ACK^A01^ACK|R1|T|2.5.1\rMSA|AA|Msg-0001\r';

function planOf(fault: ListenerFault, before: ReplyPlan = HONEST_REPLY, reply: string | undefined = ACK): ReplyPlan {
  if (fault.at !== 'reply') throw new Error(`${fault.name} does not strike the reply`);
  return fault.onReply(reply === undefined ? undefined : Buffer.from(reply), before, rng('test'));
}

describe('faults of the reply', () => {
  it.each([
    { fault: neverAcknowledge.make(), plan: { send: 'nothing' } },
    { fault: lateAcknowledgment.make({ delay: 12_000 }), plan: { send: 'reply', delayMs: 12_000 } },
    { fault: duplicateAcknowledgment.make({ copies: 3, gap: 20 }), plan: { send: 'reply', times: 3, gapMs: 20 } },
    { fault: resetAfterReceipt.make(), plan: { send: 'nothing', close: 'reset' } },
    { fault: closeAfterAck.make(), plan: { send: 'reply', close: 'end' } },
  ])('$fault.name', ({ fault, plan }) => {
    expect(planOf(fault)).toEqual(plan);
  });

  it('can strike together', () => {
    const late = planOf(lateAcknowledgment.make({ delay: 1_000 }));
    const later = planOf(lateAcknowledgment.make({ delay: 500 }), late);
    expect(planOf(closeAfterAck.make(), later)).toEqual({ send: 'reply', delayMs: 1_500, close: 'end' });
  });

  it('application-error refuses with AE, the error, its place and its text', () => {
    const fault = applicationError.make({ code: '101', path: 'PID-3[2].4', text: 'no authority' });
    expect(planOf(fault).send).toEqual({
      code: 'AE',
      error: {
        code: '101',
        severity: 'E',
        userMessage: 'no authority',
        location: { segment: 'PID', sequence: 1, field: 3, repetition: 2, component: 4 },
      },
    });
  });

  it('application-reject refuses with AR, and says what table 0357 says where no text is given', () => {
    const { send } = planOf(applicationReject.make());
    expect(send).toMatchObject({ code: 'AR', error: { code: '207', severity: 'E' } });
    expect(send).not.toHaveProperty('error.location');
    expect(typeof send === 'object' && 'error' in send && send.error.userMessage?.toLowerCase()).toContain(
      'internal error',
    );
  });
});

describe('wrong-correlation', () => {
  it.each([
    { variant: 'other', id: /^X[0-9A-Z]{12}$/ },
    { variant: 'empty', id: /^$/ },
    { variant: 'cut', id: /^Msg-000$/ },
    { variant: 'case', id: /^msg-0001$/ },
  ] as const)('$variant changes MSA-2 and nothing else', ({ variant, id }) => {
    const { send } = planOf(wrongCorrelation.make({ variant }));
    const [header, msa] = String(send).split('\r');
    const [, code, controlId = ''] = (msa ?? '').split('|');
    expect(header).toBe(ACK.split('\r')[0]);
    expect(code).toBe('AA');
    expect(controlId).toMatch(id);
  });

  it('never leaves the id as it was', () => {
    const digits = ACK.replace('Msg-0001', '12345');
    expect(String(planOf(wrongCorrelation.make({ variant: 'case' }), HONEST_REPLY, digits).send)).not.toContain(
      '|12345',
    );
  });

  it('leaves a reply without MSA, and no reply, as they are', () => {
    const noMsa = ACK.split('MSA')[0];
    expect(String(planOf(wrongCorrelation.make(), HONEST_REPLY, noMsa).send)).toBe(noMsa);
    const fault = wrongCorrelation.make();
    expect(fault.at === 'reply' && fault.onReply(undefined, HONEST_REPLY, rng('test'))).toEqual(HONEST_REPLY);
  });
});

describe('faults of the connection and of the port', () => {
  it('accept-then-close closes in order or resets', () => {
    expect(acceptThenClose.make()).toMatchObject({ at: 'accept', close: 'end' });
    expect(acceptThenClose.make({ how: 'rst' })).toMatchObject({ at: 'accept', close: 'reset' });
  });

  it('refuse-connection shuts the port, for a time or until it is taken away', () => {
    expect(refuseConnection.make()).toEqual({ kind: 'listener', at: 'port', name: 'refuse-connection' });
    expect(refuseConnection.make({ for: 10_000 })).toMatchObject({ forMs: 10_000 });
  });
});
