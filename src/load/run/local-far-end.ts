import { timerOrigin } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { IntendedInstants } from '../arrival/intended-instants.js';
import { FarEnd } from '../far-end/far-end.js';
import { parseServiceTime } from '../receiver/service-time.js';
import { LoadMix } from '../template/load-unit.js';
import type { FarEndOpening, FarEndOrder } from './far-end-part.js';

/** Opens a far end in this thread. */
export async function localFarEnd({ farEnd: place, plan, mix: data, prefix }: FarEndOrder): Promise<FarEndOpening> {
  const service = parseServiceTime(place.serviceTime);
  if (service.kind === 'mistake') return { kind: 'failed', message: `${service.what}: ${service.remedy}` };
  const timer = realTimer();
  const mix = new LoadMix(data);
  let startAt = timer.now();
  const { arrival, seed, lateMs } = plan;
  const { host, port, tls } = place;
  const farEnd = new FarEnd({
    listen: { host, port, timer, ...(tls && { tls }) },
    serviceTime: service.make(),
    mix,
    prefix: Buffer.from(prefix, 'latin1'),
    seed,
    timer,
    startAt: () => startAt,
    intended: arrival.kind === 'open' ? new IntendedInstants({ ...arrival, seed }) : undefined,
    lateMs,
  });
  const failure = await farEnd.open();
  if (failure !== undefined) return { kind: 'failed', message: failure };
  const balanceWith = (accepted: OrdinalSet) => ({
    ...farEnd.ledger.balance(accepted),
    foreign: farEnd.foreign,
    endToEnd: farEnd.endToEnd.summary(),
  });
  return {
    kind: 'open',
    part: {
      port: farEnd.port,
      begin: (startAtEpochMs) => {
        startAt = startAtEpochMs - timerOrigin();
      },
      counts: async () => {
        const { delivered, counts } = farEnd.ledger.balance(new OrdinalSet());
        return { delivered, foreign: farEnd.foreign, damage: counts };
      },
      settle: async (pages) => balanceWith(expectedOf(pages, mix, place.expects)),
      close: () => farEnd.close(),
    },
  };
}

/** Of what was accepted, what must arrive here. */
function expectedOf(
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
