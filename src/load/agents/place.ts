import type { ShardPlace, ShardRecord } from '../shard/shard-record.js';
import type { Beat } from './beat.js';
import type { Link } from './link.js';
import type { Order } from './messages.js';
import type { RunLog } from './run-log.js';
import type { PlaceName, Subjects } from './subjects.js';

export interface AgentOptions {
  readonly link: Link;
  readonly pipehat: string;
  /** Tells it from every other agent. */
  readonly agent: string;
  readonly host: string;
  /** To send a shard, or to listen at the far ends. */
  readonly wants: 'shard' | 'far-ends';
  /** Which shard, from 0; any where absent. */
  readonly index?: number;
  /** The name of the run; any that has a place where absent. */
  readonly run?: string;
  /** Whether messages may be sent to a host: other machines need an allowance here too. */
  readonly mayTarget: (host: string) => boolean;
  /** Writes what could not be delivered into a file, and gives its name. */
  readonly keepFile: (name: string, text: string) => string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What an agent knows once it has a place in a run. */
export interface Place {
  readonly options: AgentOptions;
  readonly subjects: Subjects;
  readonly log: RunLog;
  readonly order: Order;
  readonly name: PlaceName;
  readonly beat: Beat;
}

/** A part that is ready and waits for its start. */
export interface PreparedPart {
  readonly kind: 'ready';
  readonly place: ShardPlace;
  /** Begins at that instant of the clock of this machine. */
  perform(startAtEpochMs: number): Promise<ShardRecord>;
  close(): Promise<void>;
}

export type Preparing = PreparedPart | { readonly kind: 'refused'; readonly reason: string };
