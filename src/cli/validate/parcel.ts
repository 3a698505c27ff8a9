import type { ValidationFacts } from '../../../reports/findings/validated-message.js';
import type { ValidationPlan } from '../../conformance/plan/plan.js';
import type { AcceptedFinding } from '../../conformance/severity/baseline.js';
import type { Counts } from './counts.js';
import type { Job } from './job.js';
import type { JudgeSettings } from './judge.js';

/** Messages that one thread judges at a time. */
export interface Parcel {
  readonly jobs: readonly Job[];
}

/** What became of a parcel, in the order of its messages. */
export interface ParcelResult {
  readonly pieces: readonly { readonly source: string; readonly text: string }[];
  readonly counts: Counts;
  readonly expired: readonly AcceptedFinding[];
  readonly acceptable: readonly AcceptedFinding[];
}

/** What a worker thread is started with. Plain data. */
export interface WorkerSettings {
  readonly judge: JudgeSettings;
  readonly facts: ValidationFacts;
  /** Name of the format in which pieces are made. */
  readonly format: string;
}

/** What a worker thread is told: plans under their numbers before the first message that needs them. */
export type WorkerTask =
  | { readonly kind: 'plan'; readonly number: number; readonly plan: ValidationPlan }
  | { readonly kind: 'parcel'; readonly parcel: Parcel };

/** Judges parcels, and gives the results in the order in which they were given. */
export interface Runner {
  run(parcel: Parcel): Promise<ParcelResult>;
  /** How many parcels are worth having at work. */
  readonly width: number;
  close(): Promise<void>;
}
