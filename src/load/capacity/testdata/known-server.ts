import { expect, onTestFinished } from 'vitest';
import { timerOrigin, wallClock } from '../../../base/clock.js';
import { realTimer } from '../../../base/timer.js';
import { IntendedInstants } from '../../arrival/intended-instants.js';
import { Receiver } from '../../receiver/receiver.js';
import { parseServiceTime } from '../../receiver/service-time.js';
import { runLoad } from '../../run/run-load.js';
import { ORDINAL_DIGITS } from '../../template/message-template.js';

const timer = realTimer();
const LEAD_MS = 300;

/** Listens, with a service time in the words of `--service-time`, until the test is over. */
export async function receiver(serviceTime: string): Promise<number> {
  const service = parseServiceTime(serviceTime);
  if (service.kind === 'mistake') throw new Error(service.what);
  return listening(new Receiver({ listen: { port: 0, timer }, timer, serviceTime: service.make(), seed: 's' }));
}

/**
 * A server that works on one message at a time, and knows when each was to come. The machine of the tests stands still for tens of
 * milliseconds now and then; a server near its capacity never makes up for the time in which nothing came. So this one counts
 * from the instants of the plan, and only its answers are as late as the machine makes them: what is found is its own
 * capacity. `run` carries out plans for it.
 */
export async function knownServer(serviceTime: string): Promise<{ readonly port: number; readonly run: typeof runLoad }> {
  const service = parseServiceTime(serviceTime);
  if (service.kind === 'mistake') throw new Error(service.what);
  const inner = service.make();
  let intended: (payload: Buffer) => number | undefined = () => undefined;
  let instant: number | undefined;
  const port = await listening(
    new Receiver({
      listen: { port: 0, timer },
      timer,
      serviceTime: { answerAt: (at, random) => Math.max(at, inner.answerAt(Math.min(at, instant ?? at), random)) },
      seed: 's',
      onMessage: (payload) => {
        instant = intended(payload);
      },
    }),
  );
  const run: typeof runLoad = (plan, hooks) => {
    const startAtEpochMs = wallClock().getTime() + LEAD_MS;
    const { arrival, seed } = plan;
    const instants = arrival.kind === 'open' ? new IntendedInstants({ seed, ...arrival }) : undefined;
    intended = (payload) => {
      const after = instants?.of(ordinalOf(payload));
      return after === undefined ? undefined : startAtEpochMs - timerOrigin() + after;
    };
    return runLoad(plan, { ...hooks, startAtEpochMs });
  };
  return { port, run };
}

async function listening(made: Receiver): Promise<number> {
  expect(await made.open()).toBeUndefined();
  onTestFinished(() => made.close());
  return made.port;
}

function ordinalOf(payload: Buffer): number {
  const id = payload.toString('latin1', 0, payload.indexOf('\r')).split('|')[9] ?? '';
  return Number(id.slice(-ORDINAL_DIGITS));
}
