import { describe, expect, it } from 'vitest';
import { partOf, planOf, shardOf } from '../shard/testdata/shards.js';
import { chunksOf, chunkText } from './chunks.js';
import { packed } from './deliver.js';
import type { Kept } from './link.js';
import { RunLog } from './run-log.js';
import { subjectsOf } from './subjects.js';

const S = subjectsOf('r');
const clock = { offsetMs: 1, uncertaintyMs: 2 };

/** Messages as NATS keeps them, one after the other. */
function script() {
  let sequence = 0;
  return (subject: string, message: object, more: Partial<Kept> = {}): Kept => {
    const bytes = Buffer.from(JSON.stringify(message));
    return { subject, bytes, chunk: '', agent: '', sequence: ++sequence, pending: 0, ...more };
  };
}

/** A run of two that has begun: agents a and b, c having lost its place to b. */
function begun(): { readonly log: RunLog; readonly said: ReturnType<typeof script> } {
  const [log, said] = [new RunLog('r'), script()];
  for (const kept of [
    said(S.order, { pipehat: '0.0.0', plan: planOf(), of: 2, prefix: 'Labcde', patienceMs: 1_000 }),
    said(S.claim('0'), { agent: 'a', host: 'h' }),
    said(S.claim('1'), { agent: 'c', host: 'h' }),
    said(S.ready('1'), { agent: 'c', clock }),
    said(S.claim('1'), { agent: null, host: 'h' }),
    said(S.claim('1'), { agent: 'b', host: 'h' }),
    said(S.ready('0'), { agent: 'a', clock }),
    said(S.ready('1'), { agent: 'b', clock }),
    said(S.start, { atEpochMs: 5, agents: { '0': 'a', '1': 'b' } }),
  ]) {
    log.take(kept);
  }
  return { log, said };
}

function result(place: string, agent: string, said: ReturnType<typeof script>): readonly Kept[] {
  const { record } = shardOf(Number(place), 2, partOf([1, 2, 3]));
  return chunksOf(packed(record), 200).map((chunk) =>
    said(S.result(place), {}, { bytes: chunk.bytes, chunk: chunkText(chunk), agent }),
  );
}

describe('RunLog', () => {
  it('knows what was said, and is the same for whoever reads it again', () => {
    const { log } = begun();
    expect(log.order?.of).toBe(2);
    expect([...log.ready.keys()].sort()).toEqual(['0', '1']);
    expect([log.agentAt('0'), log.agentAt('1')]).toEqual(['a', 'b']);
    expect(log.holders.get('1')).toMatchObject({ agent: 'b', sequence: 6 });
  });

  it('takes the first order, start and word of an end, and no later one', () => {
    const { log, said } = begun();
    log.take(said(S.order, { pipehat: '9', plan: planOf(), of: 9, prefix: 'L', patienceMs: 1 }));
    log.take(said(S.start, { atEpochMs: 9, agents: {} }));
    log.take(said(S.abort, { reason: 'interrupted', threshold: null }));
    log.take(said(S.abort, { reason: 'threshold', threshold: 'x' }));
    expect([log.order?.of, log.start?.atEpochMs, log.abort?.reason]).toEqual([2, 5, 'interrupted']);
  });

  it('forgets that a place was ready when its agent goes', () => {
    const [log, said] = [new RunLog('r'), script()];
    log.take(said(S.claim('0'), { agent: 'a', host: 'h' }));
    log.take(said(S.ready('0'), { agent: 'a', clock }));
    log.take(said(S.claim('0'), { agent: null, host: 'h' }));
    expect([log.ready.size, log.agentAt('0')]).toEqual([0, undefined]);
  });

  it('puts a result together, once, from pieces in any order and however often', () => {
    const { log, said } = begun();
    const pieces = result('1', 'b', said);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of [...pieces].reverse()) log.take(piece);
    for (const piece of pieces) log.take(piece);
    expect(log.results.get('1')?.parts[0]?.all.sent).toBe(3);
    expect(log.results.size).toBe(1);
  });

  it('does not hear those who have no place in the run', () => {
    const { log, said } = begun();
    for (const piece of result('1', 'c', said)) log.take(piece);
    log.take(said(S.failed('0'), { agent: 'c', reason: 'x' }));
    log.take(said(S.live('0'), { agent: 'c', sample: null, counts: [] }));
    expect([log.results.size, log.failed.size, log.samples.size]).toEqual([0, 0, 0]);
  });

  it('says what is wrong with a result that nobody can read', () => {
    const { log, said } = begun();
    log.take(said(S.result('0'), {}, { bytes: Buffer.from('rubbish'), chunk: '0/1', agent: 'a' }));
    expect(log.failed.get('0')).toContain('its result is not JSON');
  });

  it('passes over what is no message of a run', () => {
    const { log, said } = begun();
    for (const subject of [S.order, S.start, S.claim('0'), S.ready('0'), S.failed('0'), S.live('0')]) {
      log.take(said(subject, {}, { bytes: Buffer.from('{"agent":"a"') }));
    }
    expect([log.failed.size, log.agentAt('0')]).toEqual([0, 'a']);
  });

  it('knows whether it has read everything', () => {
    const [log, said] = [new RunLog('r'), script()];
    log.take(said(S.claim('0'), { agent: 'a', host: 'h' }, { pending: 3 }));
    expect(log.isCurrent).toBe(false);
    log.take(said(S.claim('1'), { agent: 'b', host: 'h' }));
    expect(log.isCurrent).toBe(true);
  });
});
