import type { Damage } from '../../ledger/delivery-ledger.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { FarEndResult } from '../run/far-end-part.js';
import { mergeLatency, mergeValidation } from '../run/merge.js';
import { expectedOf } from '../run/recorded-far-end.js';
import type { LoadMix } from '../template/load-unit.js';
import type { FarEndRecord } from './shard-record.js';

/** Of each kind of damage so many ordinals are named. */
const SAMPLES = 100;

/**
 * The far ends of all machines, those of one name as one: what any of them saw is delivered, what several saw is duplicated, and
 * what the system accepted from any machine and none of them saw is lost. `makeMix` is asked only where types matter.
 */
export function mergeFarEnds(
  records: readonly FarEndRecord[],
  accepted: OrdinalSet,
  makeMix: () => LoadMix,
): readonly FarEndResult[] {
  const names = [...new Set(records.map(({ name }) => name))];
  return names.map((name) => {
    const same = records.filter((one) => one.name === name);
    const expects = same[0]?.expects;
    const expected = expects === undefined ? accepted : expectedOf(accepted.pages(), makeMix(), expects);
    return oneFarEnd(same, expected);
  });
}

function oneFarEnd(records: readonly FarEndRecord[], expected: OrdinalSet): FarEndResult {
  const { delivered, twice, overlap } = union(records.map(({ pages }) => pages));
  const lost: number[] = [];
  expected.without(delivered, (ordinal) => lost.push(ordinal) < SAMPLES);
  const sum = (kind: Damage): number => records.reduce((total, { counts }) => total + counts[kind], 0);
  const some = (kind: Damage, more: readonly number[] = []): readonly number[] =>
    [...records.flatMap(({ samples }) => samples[kind]), ...more].slice(0, SAMPLES);
  return {
    delivered: delivered.size,
    counts: {
      lost: expected.countWithout(delivered),
      duplicated: sum('duplicated') + overlap,
      reordered: sum('reordered'),
      altered: sum('altered'),
      late: sum('late'),
    },
    samples: {
      lost,
      duplicated: some('duplicated', twice),
      reordered: some('reordered'),
      altered: some('altered'),
      late: some('late'),
    },
    foreign: records.reduce((total, { foreign }) => total + foreign, 0),
    redelivered: records.reduce((total, { redelivered }) => total + redelivered, 0),
    endToEnd: mergeLatency(records.map(({ endToEnd }) => endToEnd)),
    kept: records.flatMap(({ kept }) => kept),
    ...mergeValidation(records),
    pages: delivered.pages(),
  };
}

/** What any of them saw, and what more than one saw: how many, and the first of these. */
function union(seen: readonly FarEndRecord['pages'][]) {
  const delivered = new OrdinalSet();
  const twice: number[] = [];
  let overlap = 0;
  for (const pages of seen) {
    const one = new OrdinalSet();
    one.addPages(pages);
    const onlyHere = new OrdinalSet();
    one.without(delivered, (ordinal) => onlyHere.add(ordinal));
    overlap += one.size - onlyHere.size;
    one.without(onlyHere, (ordinal) => twice.push(ordinal) < SAMPLES);
    delivered.addPages(pages);
  }
  return { delivered, twice, overlap };
}
