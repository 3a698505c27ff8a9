import type { SuiteFlags } from '../suite-options.js';

export interface DemoFlags extends SuiteFlags {
  readonly defect?: readonly string[];
  readonly stack?: string;
  readonly serve: boolean;
  readonly port: number;
  readonly deliver?: readonly string[];
  readonly dataDir?: string;
}
