import { timerOrigin } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { IntendedInstants } from '../arrival/intended-instants.js';
import { DeliveryCheck } from '../far-end/delivery-check.js';
import { DeliveryRecord } from '../far-end/delivery-record.js';
import type { FarEndPlan } from '../plan/load-plan.js';
import { BY_CONTENT } from '../template/identity.js';
import { LoadMix } from '../template/load-unit.js';
import type { FarEndOrder, FarEndPart } from './far-end-part.js';

/** A far end as the run knows it, and the record into which whoever listens enters what comes. */
export interface RecordedFarEnd {
  readonly record: DeliveryRecord;
  partAt(port: number, close: () => Promise<void>): FarEndPart;
}

/**
 * Makes the record of a far end; `expects`: types of messages that must arrive there, everything where absent. Throws where the
 * plan names a profile that cannot be used.
 */
export function recordedFarEnd(
  { plan, mix: data, prefix }: Omit<FarEndOrder, 'farEnd'>,
  { name, expects }: Pick<FarEndPlan, 'name' | 'expects'>,
): RecordedFarEnd {
  const timer = realTimer();
  const mix = new LoadMix(data);
  let startAt = timer.now();
  const known = new OrdinalSet();
  const { arrival, seed, lateMs, validation } = plan;
  const check = validation && new DeliveryCheck(validation);
  const record = new DeliveryRecord({
    mix,
    prefix: Buffer.from(prefix, 'latin1'),
    timer,
    startAt: () => startAt,
    intended: arrival.kind === 'open' ? new IntendedInstants({ seed, ...arrival }) : undefined,
    lateMs,
    name,
    ...(check && { check }),
  });
  const balanceWith = (accepted: OrdinalSet) => ({
    ...record.balance(accepted),
    endToEnd: record.endToEnd.summary(),
    kept: record.kept.list,
    ...(check && { validation: check.counts }),
    pages: record.ledger.delivered.pages(),
  });
  return {
    record,
    partAt: (port, close) => ({
      port,
      begin: (startAtEpochMs) => {
        startAt = startAtEpochMs - timerOrigin();
      },
      counts: async (pages) => {
        if (pages === undefined) return record.counts;
        known.addPages(expectedOf(pages, mix, expects).pages());
        return { ...record.counts, lost: missingOf(known, record, mix) };
      },
      settle: async (pages) => balanceWith(expectedOf(pages, mix, expects)),
      close: async () => {
        await close();
        record.close();
      },
    }),
  };
}

/** By content only the numbers are compared while the run goes on: which message is missing is told at its end. */
function missingOf(known: OrdinalSet, { ledger, counts }: DeliveryRecord, { identity }: LoadMix): number {
  return identity === BY_CONTENT ? Math.max(0, known.size - counts.delivered) : known.countWithout(ledger.delivered);
}

/** Of what was accepted, what must arrive here. */
export function expectedOf(
  pages: readonly (Uint8Array | undefined)[],
  mix: LoadMix,
  types: readonly string[] | undefined,
): OrdinalSet {
  const accepted = new OrdinalSet();
  accepted.addPages(pages);
  if (types === undefined) return accepted;
  const expected = new OrdinalSet();
  accepted.without(new OrdinalSet(), (ordinal) => {
    if (isExpected(mix, ordinal, types)) expected.add(ordinal);
    return true;
  });
  return expected;
}

function isExpected(mix: LoadMix, ordinal: number, types: readonly string[]): boolean {
  const arrival = Math.floor(ordinal / mix.mostSteps);
  const type = mix.unitOf(arrival).steps[ordinal - arrival * mix.mostSteps]?.template.type ?? '';
  return types.includes(type) || types.includes(type.split('^')[0] ?? '');
}
