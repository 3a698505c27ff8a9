import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { downstreamDown } from './downstream-down.js';
import { duplicateControlId } from './duplicate-control-id.js';
import { outage } from './outage.js';
import { resetBeforeAck } from './reset-before-ack.js';
import { restartUnderLoad } from './restart-under-load.js';
import { slowAndMany } from './slow-and-many.js';
import { outcomeOf } from './testdata/outcome.js';

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

describe('slow-and-many', () => {
  it('begins frames on other connections and leaves them, then writes the message byte by byte', () => {
    const attempts = slowAndMany.make({ connections: 2, gap: 3 }).attempts(wholeFrame(Buffer.from('A')), rng('test'));
    const begun = [{ kind: 'write', bytes: Buffer.of(0x0b) }, { kind: 'reset' }];
    expect(attempts.slice(0, 2).map(({ plan }) => plan)).toEqual([begun, begun]);
    const bytes = [0x0b, 0x41, 0x1c, 0x0d].flatMap((byte, n) => [
      ...(n > 0 ? [{ kind: 'pause', ms: 3 }] : []),
      { kind: 'write', bytes: Buffer.of(byte) },
    ]);
    expect(attempts.slice(2)).toEqual([{ plan: bytes, afterMs: 0 }]);
  });
});

describe('faults that take a system away', () => {
  it.each([
    { fault: restartUnderLoad.make({ how: 'stop', for: 5 }), action: 'stop' },
    { fault: restartUnderLoad.make(), action: 'kill' },
  ])('restart-under-load: $action', ({ fault, action }) => expect(fault).toMatchObject({ kind: 'sut', action }));

  it('downstream-down and outage shut the port for a while', () => {
    expect(downstreamDown.make()).toEqual({ kind: 'listener', at: 'port', name: 'downstream-down', forMs: 10_000 });
    expect(outage.make({ for: 7 })).toEqual({ kind: 'listener', at: 'port', name: 'outage', forMs: 7 });
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
