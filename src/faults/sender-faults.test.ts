import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { duplicateControlId } from './duplicate-control-id.js';
import { resetBeforeAck } from './reset-before-ack.js';
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
