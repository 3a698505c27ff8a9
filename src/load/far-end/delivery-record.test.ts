import { describe, expect, it } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { IntendedInstants } from '../arrival/intended-instants.js';
import { makeMix } from '../template/make-mix.js';
import { stamp } from '../template/message-template.js';
import { DeliveryRecord } from './delivery-record.js';

const timer = realTimer();
const PREFIX = Buffer.from('Ltest-');
const TIME = Buffer.from('20260302080000');
const mix = makeMix({
  mix: [{ kind: 'workflow', name: 'outpatient', weight: 1 }],
  patients: 2,
  version: '2.5.1',
  seed: 's',
  sizeBytes: 0,
  targets: [{ host: '127.0.0.1', port: 1 }],
});

/** The payload of a message of the run. */
function message(arrival: number, step: number): Buffer {
  const template = mix.unitOf(arrival).steps[step]?.template;
  if (template === undefined) throw new Error('the unit has no such step');
  const bytes = Buffer.alloc(template.frame.length);
  stamp(template, bytes, 0, { prefix: PREFIX, ordinal: arrival * mix.mostSteps + step, arrival }, TIME);
  return bytes.subarray(1, -2);
}

function delivered(payloads: readonly Buffer[], { lateMs = 60_000 } = {}) {
  const stages = [{ kind: 'constant', rate: 1_000, durationMs: 10_000 }] as const;
  const startAt = timer.now() - 20;
  const record = new DeliveryRecord({
    mix,
    prefix: PREFIX,
    timer,
    startAt: () => startAt,
    intended: new IntendedInstants({ stages, spacing: 'even', seed: 's' }),
    name: 'lis',
    lateMs,
  });
  const taken = payloads.map((payload) => record.take(payload));
  const accepted = new OrdinalSet();
  for (const step of [0, 1, 2]) accepted.add(step);
  return { record, taken, balance: record.ledger.balance(accepted) };
}

describe('DeliveryRecord', () => {
  it('enters what is delivered as it was sent', () => {
    const { balance, record } = delivered([message(0, 0), message(0, 1), message(0, 2)]);
    expect(balance).toMatchObject({
      delivered: 3,
      counts: { lost: 0, duplicated: 0, reordered: 0, altered: 0, late: 0 },
    });
    expect(record.endToEnd.count).toBe(1);
    expect(record.endToEnd.max).toBeGreaterThanOrEqual(20);
  });

  it('sees what is lost, doubled, out of order and late', () => {
    const { balance } = delivered([message(0, 0), message(0, 2), message(0, 0)], { lateMs: 1 });
    expect(balance.counts).toMatchObject({ lost: 1, duplicated: 1, late: 1 });
    expect(balance.samples).toMatchObject({ lost: [1], duplicated: [0], late: [0] });
    const { balance: other } = delivered([message(0, 1), message(0, 0), message(0, 2)]);
    expect(other.samples.reordered).toEqual([0]);
  });

  it('sees a byte that changed, and lets the engine write MSH anew', () => {
    const changed = Buffer.from(message(0, 0));
    changed[changed.length - 10] = 'X'.charCodeAt(0);
    const renamed = Buffer.from(message(0, 1).toString('latin1').replace('|EHR|', '|ENGINE|'), 'latin1');
    const { balance } = delivered([changed, renamed, message(0, 2)]);
    expect(balance.samples.altered).toEqual([0]);
  });

  it('does not take a message of somebody else for one of the run', () => {
    const foreign = Buffer.from(message(0, 0).toString('latin1').replace('Ltest-', 'Other-'), 'latin1');
    const { record, taken, balance } = delivered([foreign, message(0, 0)]);
    expect(taken).toEqual([undefined, { key: 0, ordinal: 0, type: 'ADT^A04', isFirst: true }]);
    expect([record.foreign, balance.delivered]).toEqual([1, 1]);
  });
});
