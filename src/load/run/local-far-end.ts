import { realTimer } from '../../base/timer.js';
import type { DeliveryRecord, Taken } from '../far-end/delivery-record.js';
import { type ReplyFault, replyFaults } from '../fault/reply-fault.js';
import { Receiver, type ReceiverOptions } from '../receiver/receiver.js';
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
    ...taking(record, replyFaults(order.plan.farEndFaults, order.plan.seed)),
  });
  const failure = await receiver.open();
  if (failure !== undefined) return { kind: 'failed', message: failure };
  return { kind: 'open', part: partAt(receiver.port, () => receiver.close()) };
}

/** Enters what comes, and gives the replies that a fault strikes: only to what comes for the first time. */
function taking(
  record: DeliveryRecord,
  faults: readonly ReplyFault[],
): Pick<ReceiverOptions, 'onMessage' | 'strike' | 'onGone'> {
  let taken: Taken | undefined;
  let from = 0;
  return {
    onMessage: (payload, _, connection) => {
      taken = record.take(payload, connection);
      from = connection;
    },
    strike: (_, reply) => {
      if (taken === undefined || !taken.isFirst) return undefined;
      const { ordinal, type } = taken;
      const fault = faults.find((one) => one.strikes(ordinal, type));
      if (fault === undefined) return undefined;
      record.doubt(taken, from);
      return fault.plan(reply, ordinal);
    },
    onGone: (connection) => record.gone(connection),
  };
}

/** Or why it cannot be: a profile that is not on this machine. */
function recordedOr(order: Omit<FarEndOrder, 'farEnd'>, farEnd: FarEndOrder['farEnd']): RecordedFarEnd | string {
  try {
    return recordedFarEnd(order, farEnd);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
