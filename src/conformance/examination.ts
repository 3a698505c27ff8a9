import type { Demands } from './checks/demands.js';
import type { PlainValues } from './checks/plain-values.js';
import type { RememberedValues } from './checks/remembered-values.js';
import type { InstanceTree } from './instance/instance-tree.js';
import type { Mode } from './mode.js';
import type { Report } from './report/report.js';
import type { RuleFunctions } from './rule-function.js';

/** One message under judgement: what every check is given. */
export interface Examination {
  readonly tree: InstanceTree;
  readonly report: Report;
  readonly mode: Mode;
  /** TypeScript stand-ins for the Java classes that `Plugin` assertions name. */
  readonly functions: RuleFunctions;
  /** Whose absence is told. */
  readonly demands: Demands;
  readonly plain: PlainValues;
  /** Codes that were right in the messages before. */
  readonly remembered: RememberedValues;
}
