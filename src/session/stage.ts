import type { EhrCommand } from '../../simulators/ehr/commands.js';
import type { EhrState } from '../../simulators/ehr/ehr-state.js';
import type { LisCommand } from '../../simulators/lis/commands.js';
import type { LisState } from '../../simulators/lis/lis-state.js';
import type { PharmacyCommand } from '../../simulators/pharmacy/commands.js';
import type { PharmacyState } from '../../simulators/pharmacy/pharmacy-state.js';
import type { RisCommand } from '../../simulators/ris/commands.js';
import type { RisState } from '../../simulators/ris/ris-state.js';
import type { Timer } from '../base/timer.js';
import type { UsedAcknowledgmentIds } from '../conformance/acknowledgment.js';
import type { EngineBehaviour } from '../endpoint/behaviour.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { ExchangeBook } from '../endpoint/exchange-book.js';
import type { Role } from '../endpoint/simulator.js';
import type { ConfirmationEvidence, JournalEntry } from '../evidence/journal-entry.js';
import type { FaultDefinition } from '../faults/definition.js';
import type { Claims } from './claims.js';
import type { MindfulControl } from './sut-control.js';
import type { MessageValidation } from './validation.js';

/** The simulated systems of a run; a role that the system under test plays is absent. */
export interface Players {
  readonly ehr?: Endpoint<EhrState, EhrCommand>;
  readonly lis?: Endpoint<LisState, LisCommand>;
  readonly ris?: Endpoint<RisState, RisCommand>;
  readonly pharmacy?: Endpoint<PharmacyState, PharmacyCommand>;
}

/** Asks a person at the terminal; `pending` where nobody is there. */
export type AskTester = (question: string, wants: 'confirmation' | 'action') => Promise<ConfirmationEvidence>;

/** What the run has set up and every scenario plays on. */
export interface Stage {
  readonly players: Players;
  readonly book: ExchangeBook;
  readonly claims: Claims;
  readonly timer: Timer;
  readonly control: MindfulControl;
  /** Every fault that a scenario may name: those of Pipehat and of the project. */
  readonly faults: readonly FaultDefinition[];
  readonly ask: AskTester;
  readonly append: (entry: JournalEntry) => void;
  /** Ids that the system under test has given its acknowledgments in this run. */
  readonly usedAcknowledgmentIds: UsedAcknowledgmentIds;
  /** Absent where the run validates no message. */
  readonly validation?: MessageValidation;
  /** The same stage with TLS on its links; absent where a run has no such thing. */
  readonly secured?: () => Promise<SecuredStage>;
  /** The lines that the system under test has written to its log in this run; undefined where nothing shows them. */
  readonly sutLog?: () => Promise<readonly string[] | undefined>;
  readonly seed: string;
  /** Start of the message clock. */
  readonly clock: Date;
  readonly sutRole: 'engine' | Role;
  readonly operatedBy: 'person' | 'itself';
  /** How the system under test behaves where sites differ; as the standard says where absent. */
  readonly behaviour?: EngineBehaviour;
  /** Nominal milliseconds. */
  readonly expectationMs: number;
  readonly operatorMs: number;
}

/** Where scenarios about TLS play, or why they cannot. */
export type SecuredStage =
  | { readonly kind: 'secured'; readonly stage: Stage }
  | { readonly kind: 'none'; readonly reason: string };

/** The stage as the steps see it: it also knows which scenario a running test case of cucumber is. */
export interface PublishedStage extends Stage {
  readonly facts: (testCaseStartedId: string) => ScenarioFacts | undefined;
}

/** One scenario of a run, as ids and random choices are keyed by it. */
export interface ScenarioFacts {
  /** `s1`, `s2` ... in the order of the run. */
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  /** Ordinal among the scenarios of that file and name, for the rows of an outline; from 0. */
  readonly row: number;
}

let published: PublishedStage | undefined;

/** The run publishes its stage here before cucumber loads the steps; one run at a time in a process. */
export function publishStage(stage: PublishedStage | undefined): void {
  published = stage;
}

export function theStage(): PublishedStage {
  if (published === undefined) {
    throw new Error(
      'no run is open: features with Pipehat steps are started by `pipehat test` or `pipehat demo`, not by cucumber-js itself',
    );
  }
  return published;
}
