import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { downstreamDown } from './downstream-down.js';
import { duplicateControlId } from './duplicate-control-id.js';
import { failOver } from './fail-over.js';
import { halfOpen } from './half-open.js';
import { outage } from './outage.js';
import { resetBeforeAck } from './reset-before-ack.js';
import { restartUnderLoad } from './restart-under-load.js';
import { slowAndMany } from './slow-and-many.js';
import { slowReader } from './slow-reader.js';
import { outcomeOf } from './testdata/outcome.js';
import { unreadAcks } from './unread-acks.js';

describe('duplicate-control-id', () => {
  it('sends the same bytes twice', () => {
    const raw = Buffer.from('MSH|^~\\&|A\r');
    const dispatches = duplicateControlId.make({ gap: 30 }).apply(raw, rng('test'));
    expect(dispatches).toEqual([
      { raw, afterMs: 0 },
      { raw, afterMs: 30 },
    ]);
  });
});

describe('faults with connections beside that of the message', () => {
  const plan = wholeFrame(Buffer.from('A'));
  const begun = [{ kind: 'write', bytes: Buffer.of(0x0b) }];

  it('slow-and-many begins frames on other connections, so many in a second, and writes the message byte by byte', () => {
    const fault = slowAndMany.make({ connections: 2, gap: 3, rate: 50 });
    expect(fault.company).toEqual({ plans: [begun, begun], everyMs: 20, stayMs: 0 });
    const bytes = [0x0b, 0x41, 0x1c, 0x0d].flatMap((byte, n) => [
      ...(n > 0 ? [{ kind: 'pause', ms: 3 }] : []),
      { kind: 'write', bytes: Buffer.of(byte) },
    ]);
    expect(fault.attempts(plan, rng('test'))).toEqual([{ plan: bytes, afterMs: 0 }]);
  });

  it('slow-and-many keeps within its bounds', () => {
    expect(slowAndMany.parameters.connections.read('1000')).toBe(1_000);
    expect(slowAndMany.parameters.connections.read('1001')).toBeUndefined();
    expect(slowAndMany.parameters.connections.expects).toBe('a whole number from 0 to 1000');
  });

  it.each([
    ['in-frame', { plans: [begun], everyMs: 0, stayMs: 7 }],
    ['idle', { plans: [[]], everyMs: 0, stayMs: 7 }],
    ['lost-packets', { plans: [[]], everyMs: 0, stayMs: 7, losesPackets: true }],
  ] as const)('half-open, %s: one that is silent, and the message untouched', (variant, company) => {
    const fault = halfOpen.make({ variant, for: 7 });
    expect(fault.company).toEqual(company);
    expect(fault.attempts(plan, rng('test'))).toEqual([{ plan, afterMs: 0 }]);
  });
});

describe('unread-acks', () => {
  it('stops reading, writes the very bytes as often as it is told, and goes on after its time', () => {
    const plan = wholeFrame(Buffer.from('A'));
    expect(unreadAcks.make({ for: 9, copies: 2 }).apply(plan, rng('test'))).toEqual([
      { kind: 'stop-reading' },
      ...plan,
      ...plan,
      { kind: 'pause', ms: 9 },
      { kind: 'go-on-reading' },
    ]);
  });
});

describe('faults that take a system away', () => {
  it.each([
    { fault: restartUnderLoad.make({ how: 'stop', for: 5 }), action: 'stop' },
    { fault: restartUnderLoad.make(), action: 'kill' },
  ])('restart-under-load: $action', ({ fault, action }) =>
    expect(fault).toMatchObject({ kind: 'sut', action, at: 'unanswered' }),
  );

  it('downstream-down and outage shut the port for a while', () => {
    expect(downstreamDown.make()).toEqual({ kind: 'listener', at: 'port', name: 'downstream-down', forMs: 10_000 });
    expect(outage.make({ for: 7 })).toEqual({ kind: 'listener', at: 'port', name: 'outage', forMs: 7 });
  });

  it('fail-over shuts the first address alone', () => {
    const shut = { kind: 'listener', at: 'port', name: 'fail-over', forMs: 7, keepsStandby: true };
    expect(failOver.make({ for: 7 })).toEqual(shut);
  });

  it('slow-reader stops behind so many bytes', () => {
    const stops = { kind: 'listener', at: 'reading', name: 'slow-reader', afterBytes: 5, forMs: 7 };
    expect(slowReader.make({ offset: 5, for: 7 })).toEqual(stops);
  });
});

describe('reset-before-ack', () => {
  it('writes the whole frame and resets, then writes the same bytes on a connection that it leaves alone', async () => {
    const honest = wholeFrame(Buffer.from('A'));
    const [first, second, ...more] = resetBeforeAck.make({ wait: 100 }).attempts(honest, rng('test'));
    expect(first?.plan).toEqual([...honest, { kind: 'reset' }]);
    expect(second).toEqual({ plan: honest, afterMs: 100 });
    expect(more).toEqual([]);
    const { written, seen } = await outcomeOf(first?.plan ?? []);
    expect(written).toBe('written');
    expect(seen).not.toContain('frame done');
  });
});
