import type { AgentsFlags } from './agents-options.js';
import type { ShardFlags } from './shard-options.js';

/** The options of `pipehat load` as commander gives them. Durations that are texts are read with the plan. */
export interface LoadFlags extends ShardFlags, AgentsFlags {
  readonly to?: readonly string[];
  readonly rate?: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly stage?: readonly string[];
  readonly poisson?: boolean;
  readonly users?: number;
  readonly message?: readonly string[];
  readonly workflow?: readonly string[];
  readonly connections?: string;
  readonly perMessage?: boolean;
  readonly depth?: number;
  readonly timeout?: string;
  readonly acknowledgment?: string;
  readonly think?: string;
  readonly queue?: string;
  readonly late?: string;
  readonly settle?: string;
  readonly fault?: readonly string[];
  readonly farEndFault?: readonly string[];
  readonly resend?: number;
  readonly sut?: readonly string[];
  readonly defect?: readonly string[];
  readonly validate?: readonly string[];
  readonly sample?: string;
  readonly hl7Version?: string;
  readonly warmUp?: string;
  readonly size?: string;
  readonly patients?: number;
  readonly farEnd?: readonly string[];
  readonly identity?: string;
  readonly threshold?: readonly string[];
  readonly abortOnFail?: boolean;
  readonly findCapacity?: boolean;
  readonly slo?: string;
  readonly soak?: boolean;
  readonly memoryCommand?: string;
  readonly workers?: number;
  readonly seed?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly serverName?: string;
  readonly allowTarget?: readonly string[];
  readonly results: string;
  readonly metrics?: string;
  readonly format: 'text' | 'json';
}
