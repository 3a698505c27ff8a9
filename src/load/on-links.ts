import { pause, realTimer } from '../base/timer.js';
import type { Role } from '../endpoint/simulator.js';
import type { LoadResult } from '../evidence/load-result.js';
import type { ClientTls } from '../mllp/tls.js';
import { completePlan } from './plan/defaults.js';
import type { LoadPlan } from './plan/load-plan.js';
import { answerTo } from './receiver/answer.js';
import type { FarEndPart } from './run/far-end-part.js';
import type { FarEndsOpening, SharedOrder } from './run/open-far-ends.js';
import { recordedFarEnd } from './run/recorded-far-end.js';
import { runLoad } from './run/run-load.js';
import type { MixData } from './template/load-unit.js';
import { makeMix } from './template/make-mix.js';

export { shareWithin } from './measure/share-within.js';

/** Somebody who listens where the system under test delivers, and lets others take what comes. */
export interface LinkReceiver {
  readonly role: Role;
  readonly port: number | undefined;
  divert(take: ((payload: Buffer) => Buffer | undefined) | undefined): void;
}

/** A load over links that are open already. Times are real milliseconds. */
export interface LinkLoad {
  /** Patients a second. */
  readonly rate: number;
  readonly durationMs: number;
  /** Of each patient: the admission alone, or all that moves the patient from the admission to the discharge. */
  readonly sends: 'admission' | 'stay';
  readonly target: { readonly host: string; readonly port: number; readonly tls?: ClientTls };
  readonly perMessage: boolean;
  readonly acknowledgmentTimeoutMs: number;
  /** How long what was accepted may take to arrive. */
  readonly settleMs: number;
  readonly version: LoadPlan['version'];
  readonly seed: string;
  readonly receivers: readonly LinkReceiver[];
}

/** Patients for whom messages are made ahead. */
const PATIENTS = 8;
const CONNECTIONS = 8;
/** After the last delivery: what comes twice comes soon. */
const QUIET_MS = 100;

/** Sends the messages of the EHR at a rate to the system under test, and accounts for every delivery at the receivers. */
export async function loadOnLinks(load: LinkLoad): Promise<LoadResult> {
  const plan = planOf(load);
  const run = await runLoad(plan, {
    pipehat: '',
    mix: mixOf(load, plan),
    openFarEnds: async (order) => takeOver(load.receivers, order),
  });
  // Nothing is opened that could fail.
  if (run.kind === 'failed') throw new Error(run.message);
  return run.result;
}

function planOf(load: LinkLoad): LoadPlan {
  const { rate, durationMs, target, perMessage, acknowledgmentTimeoutMs, settleMs, version, seed } = load;
  return completePlan({
    name: 'scenario',
    arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate, durationMs }] },
    mix: [
      load.sends === 'admission'
        ? { kind: 'message', name: 'ADT^A01', weight: 1 }
        : { kind: 'workflow', name: 'inpatient', weight: 1 },
    ],
    targets: [{ role: 'ehr', ...target }],
    farEnds: load.receivers.map(({ role, port = 0 }) => {
      return { name: role, host: '127.0.0.1', port, expects: ['ADT'], serviceTime: 'constant:0ms' };
    }),
    patients: PATIENTS,
    connections: CONNECTIONS,
    ...{ perMessage, acknowledgmentTimeoutMs, settleMs, version, seed },
  });
}

/** Of a stay only what every department is told: where an order goes differs from house to house. */
function mixOf({ sends }: LinkLoad, plan: LoadPlan): MixData {
  const { data } = makeMix(plan);
  if (sends === 'admission') return data;
  const parts = data.parts.map(({ weight, variants }) => ({
    weight,
    variants: variants.map(({ name, steps }) => ({
      name,
      steps: steps.filter(({ template }) => template.type.startsWith('ADT^')),
    })),
  }));
  return { ...data, parts };
}

async function takeOver(receivers: readonly LinkReceiver[], order: SharedOrder): Promise<FarEndsOpening> {
  let answers = 0;
  const parts = receivers.map((receiver): FarEndPart => {
    const { record, partAt } = recordedFarEnd(order, { name: receiver.role, expects: ['ADT'] });
    receiver.divert((payload) => (record.take(payload) ? answerTo(payload, 'AA', ++answers) : undefined));
    return quietly(partAt(receiver.port ?? 0, async () => receiver.divert(undefined)));
  });
  return { kind: 'open', parts };
}

/** Listens a moment longer when everything is there. */
function quietly(part: FarEndPart): FarEndPart {
  let wasQuiet = false;
  return {
    ...part,
    settle: async (accepted) => {
      const first = await part.settle(accepted);
      if (first.counts.lost > 0 || wasQuiet) return first;
      wasQuiet = true;
      await pause(realTimer(), QUIET_MS);
      return part.settle(accepted);
    },
  };
}
