import { type Department, departmentsOf } from '../../simulators/departments.js';
import { ehr, lis, pharmacy, ris } from '../../simulators/index.js';
import type { Pathway } from '../../simulators/pathways.js';
import { realTimer } from '../base/timer.js';
import type { ActorConfig, Environment, Target } from '../config/config.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { ExchangeBook } from '../endpoint/exchange-book.js';
import type { LinkFault } from '../endpoint/fault-box.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import type { Selection } from '../faults/selection.js';
import { endpointFor, outboundLink, type Surroundings } from './players.js';
import { soloScene } from './solo-scene.js';
import { walkPatients } from './walk-patients.js';

export interface SimulateOptions {
  readonly actor: ActorConfig;
  /** Interfaces of an EHR that has one for each department, in the place of `actor.send`. */
  readonly departments: readonly { readonly department: Department; readonly target: Target }[];
  readonly environment: Environment;
  readonly pathway: Pathway;
  readonly seed: string;
  readonly clock: Date;
  /** Nominal milliseconds between two actions. */
  readonly paceMs: number;
  /** Patients that an EHR walks through; a filler waits for orders instead. */
  readonly patients: number;
  /** Patients whom an EHR has in the house at the same time; one where absent. */
  readonly atOnce?: number;
  readonly faults: readonly { readonly fault: LinkFault; readonly selection: Selection }[];
  readonly onEntry: (entry: JournalEntry) => void;
}

export type SimulateResult =
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'playing';
      readonly port: number | undefined;
      readonly walked: Promise<void>;
      close(): Promise<void>;
    };

/** One simulated system on its links, acting by itself. `walked` resolves when an EHR has walked all its patients through. */
export async function simulate(options: SimulateOptions): Promise<SimulateResult> {
  const { environment, pathway } = options;
  const timer = realTimer(environment.timeScale);
  const around = {
    environment,
    timer,
    scenes: soloScene(options.seed, options.clock),
    book: new ExchangeBook(options.onEntry, timer),
  };
  const { endpoint, walk } = play(options, around);
  const opened = await endpoint.open();
  if (opened.kind === 'failed') return opened;
  for (const { fault, selection } of options.faults)
    endpoint.faults.add(fault, [options.seed, pathway.role], selection);
  connect(endpoint, options);
  let isOver = false;
  const close = (): Promise<void> => {
    isOver = true;
    return endpoint.close();
  };
  return { kind: 'playing', port: endpoint.port, walked: walk(() => isOver), close };
}

type Links = Pick<Endpoint<unknown, unknown>, 'open' | 'connect' | 'close' | 'port' | 'faults'>;

function connect(endpoint: Links, { actor, departments, environment }: SimulateOptions): void {
  if (actor.send) endpoint.connect(outboundLink(actor, actor.send, environment));
  for (const { department, target } of departments) {
    endpoint.connect(
      outboundLink(actor, target, environment),
      (message) => message !== undefined && departmentsOf(message).includes(department),
    );
  }
}

interface Playing {
  readonly endpoint: Links;
  readonly walk: (isOver: () => boolean) => Promise<void>;
}

function play(options: SimulateOptions, around: Surroundings): Playing {
  const { actor, pathway, paceMs } = options;
  const waits = { walk: () => new Promise<void>(() => {}) };
  switch (pathway.role) {
    case 'lis':
      return { endpoint: endpointFor(actor, lis({ progress: pathway.progress, paceMs }), around), ...waits };
    case 'ris':
      return { endpoint: endpointFor(actor, ris({ progress: pathway.progress, paceMs }), around), ...waits };
    case 'pharmacy':
      return { endpoint: endpointFor(actor, pharmacy({ progress: pathway.progress, paceMs }), around), ...waits };
    case 'ehr': {
      const endpoint = endpointFor(actor, ehr(), around);
      const ward = { endpoint, pathway, facts: options, timer: around.timer, scene: around.scenes.current() };
      return { endpoint, walk: (isOver) => walkPatients({ ...ward, isOver }) };
    }
  }
}
