import type { AccountingRules } from './accounting-rules.js';
import type { Direction, LinkEvidence, Outcome } from './exchange.js';
import type { Finding } from './finding.js';
import type { Blame, Verdict } from './verdict.js';

/** What the run was: enough to repeat it and to hand it over. */
export interface RunManifest {
  readonly run: string;
  readonly startedAt: string;
  readonly pipehat: string;
  readonly node: string;
  readonly platform: string;
  readonly cucumber: string;
  readonly environment: string;
  readonly sut: {
    readonly name: string;
    readonly version?: string;
    readonly role: string;
    readonly addresses: readonly string[];
  };
  readonly seed: string;
  /** Start of the message clock, ISO 8601. */
  readonly clock: string;
  readonly timeScale: number;
  readonly links: readonly LinkEvidence[];
  /** SHA-256 of each feature file that ran and of each profile, step file and module of the project, by relative path. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Requirement ids with their texts, from the config. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly command: string;
  /** How messages that enter and leave the system under test are matched; by MSH-10 where absent. */
  readonly accounting?: AccountingRules;
  /** Reports for many readers may name patients. */
  readonly showsPatientValues?: true;
}

/** A step as the feature has it, outline parameters filled in. */
export interface PlannedStep {
  readonly keyword: string;
  readonly text: string;
  readonly line: number;
  /** The rows of its data table, first to last. */
  readonly table?: readonly (readonly string[])[];
}

export type StepStatus = 'passed' | 'failed' | 'skipped' | 'undefined' | 'ambiguous' | 'pending';

export interface AttachmentEvidence {
  readonly mediaType: string;
  readonly name?: string;
  /** Base64. */
  readonly body: string;
}

/** What a person said when asked by a step. */
export interface ConfirmationEvidence {
  readonly question: string;
  readonly verdict: 'confirmed' | 'rejected' | 'pending';
  readonly comment?: string;
  readonly tester?: string;
  readonly at?: string;
  /** Base64 PNG or JPEG. */
  readonly picture?: string;
}

/**
 * One line of `run.ndjson`. Every line stands alone and is flushed when written, so a run that was killed keeps what
 * had happened. Bytes are base64; times are real, ISO 8601. Scenario ids are `s1`, `s2` ...; exchange ids `x1`, `x2` ...
 */
export type JournalEntry =
  | { readonly kind: 'run-started'; readonly manifest: RunManifest }
  | {
      readonly kind: 'scenario-started';
      readonly scenario: string;
      readonly feature: string;
      readonly uri: string;
      readonly line: number;
      readonly name: string;
      readonly tags: readonly string[];
      readonly steps: readonly PlannedStep[];
      readonly at: string;
    }
  | {
      readonly kind: 'step-finished';
      readonly scenario: string;
      readonly index: number;
      readonly status: StepStatus;
      readonly durationMs: number;
      readonly error?: string;
      readonly attachments?: readonly AttachmentEvidence[];
    }
  | { readonly kind: 'hook-failed'; readonly scenario: string; readonly name: string; readonly error: string }
  | {
      readonly kind: 'message';
      readonly exchange: string;
      readonly scenario?: string;
      readonly direction: Direction;
      readonly link: string;
      readonly raw: string;
      readonly at: string;
      readonly faults: readonly string[];
      /** As in `Exchange`. */
      readonly lagMs?: number;
    }
  | {
      readonly kind: 'reply';
      readonly exchange: string;
      readonly stage: 'accept' | 'application';
      readonly raw: string;
      readonly at: string;
      readonly afterMs: number;
    }
  | {
      readonly kind: 'outcome';
      readonly exchange: string;
      readonly outcome: Outcome;
      /** Those that struck the message so far, also after it was begun: faults of its reply. */
      readonly faults?: readonly string[];
    }
  /** Bytes on a link that are no message: junk, truncated frames, empty frames, unparsable bodies. */
  | {
      readonly kind: 'wire';
      readonly link: string;
      readonly scenario?: string;
      readonly event: string;
      readonly raw: string;
      readonly at: string;
    }
  | { readonly kind: 'finding'; readonly scenario?: string; readonly exchange?: string; readonly finding: Finding }
  | {
      readonly kind: 'sut-control';
      readonly scenario?: string;
      readonly action: string;
      readonly at: string;
      readonly detail?: string;
    }
  | { readonly kind: 'confirmation'; readonly scenario: string; readonly confirmation: ConfirmationEvidence }
  | {
      readonly kind: 'scenario-finished';
      readonly scenario: string;
      readonly verdict: Verdict;
      readonly blame?: Blame;
      readonly reason?: string;
      readonly durationMs: number;
      readonly at: string;
    }
  | { readonly kind: 'run-finished'; readonly verdict: Verdict; readonly interrupted: boolean; readonly at: string };
