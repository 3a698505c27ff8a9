import type { Exchange } from './exchange.js';
import type { Finding } from './finding.js';
import type { AttachmentEvidence, ConfirmationEvidence, RunManifest, StepStatus } from './journal-entry.js';
import type { Blame, Verdict } from './verdict.js';

export interface StepRecord {
  readonly keyword: string;
  readonly text: string;
  readonly line: number;
  readonly table?: readonly (readonly string[])[];
  readonly status: StepStatus | 'not-run';
  readonly durationMs: number;
  readonly error?: string;
  readonly attachments: readonly AttachmentEvidence[];
}

export interface ScenarioRecord {
  readonly id: string;
  readonly feature: string;
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly tags: readonly string[];
  /** Tags that name a requirement, without the @: `REQ-ADT-004`. */
  readonly requirements: readonly string[];
  readonly steps: readonly StepRecord[];
  readonly verdict: Verdict;
  readonly blame?: Blame;
  readonly reason?: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exchanges: readonly Exchange[];
  readonly findings: readonly Finding[];
  readonly confirmations: readonly ConfirmationEvidence[];
  readonly controls: readonly { readonly action: string; readonly at: string; readonly detail?: string }[];
  readonly wire: readonly WireRecord[];
}

export interface WireRecord {
  readonly link: string;
  readonly event: string;
  readonly raw: Buffer;
  readonly at: string;
}

/** A whole run as recorded: what every report is made from, now or later. */
export interface RunRecord {
  readonly manifest: RunManifest;
  readonly scenarios: readonly ScenarioRecord[];
  /** Exchanges and findings that no scenario claimed. */
  readonly strayExchanges: readonly Exchange[];
  readonly strayFindings: readonly Finding[];
  readonly strayWire: readonly WireRecord[];
  readonly verdict: Verdict;
  /** False when the journal ends before `run-finished`: the run was killed, and says so. */
  readonly complete: boolean;
  readonly interrupted: boolean;
  readonly finishedAt?: string;
  /** Lines that could not be read (the last one of a killed run may be cut). */
  readonly unreadableLines: number;
}
