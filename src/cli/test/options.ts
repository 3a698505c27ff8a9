import type { SuiteFlags } from '../suite-options.js';

export interface TestFlags extends SuiteFlags {
  readonly config: string;
  readonly env?: string;
  readonly shard?: string;
  readonly dryRun: boolean;
  readonly parallel: number;
}
