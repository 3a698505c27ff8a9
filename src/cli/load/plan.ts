import type { Resending } from '../../load/generator/second-tries.js';
import { completePlan } from '../../load/plan/defaults.js';
import type { ArrivalModel, LoadPlan } from '../../load/plan/load-plan.js';
import { mixEntry } from '../../load/plan/message-name.js';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { farEndsOf, targetsOf } from './addresses.js';
import { DEMO_FAR_ENDS } from './demo-target.js';
import type { LoadFlags } from './flags.js';
import { validationOf } from './validation.js';

/** The plan of a run, every default filled in. Throws OperatorError for what is missing or cannot be used. */
export function planOf(written: WrittenPlan, flags: LoadFlags, isDemo: boolean): LoadPlan {
  // The port of the demo engine is not known before it has started.
  const targets = isDemo ? [{ host: '127.0.0.1', port: 0 }] : targetsOf(written, flags);
  const farEnds = isDemo ? DEMO_FAR_ENDS : farEndsOf(written, flags);
  const validation = validationOf(written, farEnds.length > 0);
  return completePlan({
    ...known({ ...sendingOf(written), ...judgingOf(written) }),
    arrival: arrivalOf(written),
    targets,
    farEnds,
    ...somewhereOf(written, isDemo),
    ...(validation && { validation }),
  });
}

/** What is sent, and how. */
function sendingOf(written: WrittenPlan): Partial<Record<keyof LoadPlan, unknown>> {
  const { messages = {}, workflows = {}, connections, acknowledgment, connection } = written;
  const named = [...Object.entries(messages), ...Object.entries(workflows)];
  return {
    name: written.name,
    seed: written.seed,
    mix: named.length === 0 ? undefined : named.map(([name, weight]) => mixEntry(name, weight)),
    patients: written.patients,
    version: written.version,
    connections: typeof connections === 'object' ? connections.max : connections,
    leastConnections: typeof connections === 'object' ? connections.min : connections,
    perMessage: connection === undefined ? undefined : connection === 'per-message',
    depth: written.depth,
    acknowledgmentTimeoutMs: acknowledgment?.timeout,
    acknowledgment: acknowledgment?.policy,
    queueLimit: written.queue,
    thinkMs: written.think,
    sizeBytes: written.size,
    faults: written.faults,
    farEndFaults: written.farEndFaults,
    resending: resendingOf(written),
    sut: written.sut,
    workers: written.workers,
  };
}

/** The demo engine sends an order where OBR-24 says. */
function somewhereOf({ somewhere = [] }: WrittenPlan, isDemo: boolean): Pick<LoadPlan, 'somewhere'> {
  const types = isDemo ? [...somewhere, 'ORM'] : somewhere;
  return types.length === 0 ? {} : { somewhere: types };
}

const RESEND_AFTER_MS = 500;

function resendingOf({ resend }: WrittenPlan): Resending | undefined {
  if (resend === undefined) return undefined;
  const { times, after = RESEND_AFTER_MS } = typeof resend === 'object' ? resend : { times: resend };
  return { times, afterMs: after };
}

/** From when on it is measured, and what must hold. */
function judgingOf(written: WrittenPlan): Partial<Record<keyof LoadPlan, unknown>> {
  return {
    warmUpMs: written.warmUp,
    identity: written.identity,
    thresholds: written.thresholds,
    abortOnFail: written.abortOnFail,
    lateMs: written.late,
    settleMs: written.settle,
  };
}

function known(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function arrivalOf({ stages, spacing = 'even', closed }: WrittenPlan): ArrivalModel {
  if (closed !== undefined) return { kind: 'closed', users: closed.users, durationMs: closed.for };
  if (stages !== undefined) return { kind: 'open', stages, spacing };
  throw new OperatorError(EXIT.usage, 'nothing says how much to send', 'add --rate 200/s, or --users 10');
}
