import { realTimer } from '../../base/timer.js';
import { Receiver } from '../receiver/receiver.js';
import { parseServiceTime } from '../receiver/service-time.js';
import type { FarEndOpening, FarEndOrder } from './far-end-part.js';
import { type RecordedFarEnd, recordedFarEnd } from './recorded-far-end.js';

/** Opens a far end in this thread: it listens, answers, and records what comes. */
export async function localFarEnd({ farEnd, ...order }: FarEndOrder): Promise<FarEndOpening> {
  const service = parseServiceTime(farEnd.serviceTime);
  if (service.kind === 'mistake') return { kind: 'failed', message: `${service.what}: ${service.remedy}` };
  const timer = realTimer();
  const { host, port, tls } = farEnd;
  const recorded = recordedOr(order, farEnd);
  if (typeof recorded === 'string') return { kind: 'failed', message: recorded };
  const { record, partAt } = recorded;
  const receiver = new Receiver({
    listen: { host, port, timer, ...(tls && { tls }) },
    timer,
    serviceTime: service.make(),
    seed: order.plan.seed,
    onMessage: (payload) => void record.take(payload),
  });
  const failure = await receiver.open();
  if (failure !== undefined) return { kind: 'failed', message: failure };
  return { kind: 'open', part: partAt(receiver.port, () => receiver.close()) };
}

/** Or why it cannot be: a profile that is not on this machine. */
function recordedOr(order: Omit<FarEndOrder, 'farEnd'>, farEnd: FarEndOrder['farEnd']): RecordedFarEnd | string {
  try {
    return recordedFarEnd(order, farEnd);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
