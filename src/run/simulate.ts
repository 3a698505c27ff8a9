import { ehr } from '../../simulators/ehr.js';
import { lis } from '../../simulators/lis.js';
import { newWalk } from '../../simulators/new-walk.js';
import type { Pathway } from '../../simulators/pathways.js';
import { pharmacy } from '../../simulators/pharmacy.js';
import { ris } from '../../simulators/ris.js';
import { pause, realTimer } from '../base/timer.js';
import type { ActorConfig, Environment } from '../config/config.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { ExchangeBook } from '../endpoint/exchange-book.js';
import type { LinkFault } from '../endpoint/fault-box.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import type { Selection } from '../faults/selection.js';
import { endpointFor, outboundLink, type Surroundings } from './players.js';
import { soloScene } from './solo-scene.js';

export interface SimulateOptions {
  readonly actor: ActorConfig;
  readonly environment: Environment;
  readonly pathway: Pathway;
  readonly seed: string;
  readonly clock: Date;
  /** Nominal milliseconds between two actions. */
  readonly paceMs: number;
  /** Patients that an EHR walks through; a filler waits for orders instead. */
  readonly patients: number;
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
  const { environment, actor, pathway } = options;
  const timer = realTimer(environment.timeScale);
  const around = {
    environment,
    timer,
    scenes: soloScene(options.seed, options.clock),
    book: new ExchangeBook(options.onEntry, timer),
  };
  const { endpoint, walk } = play(options, around);
  for (const { fault, selection } of options.faults)
    endpoint.faults.add(fault, [options.seed, pathway.role], selection);
  const opened = await endpoint.open();
  if (opened.kind === 'failed') return opened;
  if (actor.send) endpoint.connect(outboundLink(actor, actor.send, environment));
  let isOver = false;
  const close = (): Promise<void> => {
    isOver = true;
    return endpoint.close();
  };
  return { kind: 'playing', port: endpoint.port, walked: walk(() => isOver), close };
}

interface Playing {
  readonly endpoint: Pick<Endpoint<unknown, unknown>, 'open' | 'connect' | 'close' | 'port' | 'faults'>;
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
    case 'ehr':
      return walkPatients(options, pathway, around);
  }
}

/** The EHR does one thing after the other, each when the one before has been answered, and a pace later. */
function walkPatients(
  { actor, seed, paceMs, patients }: SimulateOptions,
  pathway: Extract<Pathway, { readonly role: 'ehr' }>,
  around: Surroundings,
): Playing {
  const endpoint = endpointFor(actor, ehr(), around);
  const scene = around.scenes.current();
  const walk = async (isOver: () => boolean): Promise<void> => {
    for (let n = 1; n <= patients; n++) {
      for (const command of pathway.walk(newWalk(seed, n, scene.clock.now()))) {
        if (isOver()) return;
        const sent = await Promise.all(endpoint.command(command, scene));
        await Promise.all(sent.map(({ settled }) => settled));
        await pause(around.timer, paceMs);
      }
    }
  };
  return { endpoint, walk };
}
