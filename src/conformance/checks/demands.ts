import type { Mode } from '../mode.js';
import type { ElementPlan, ValidationPlan } from '../plan/plan.js';
import type { Report } from '../report/report.js';

/**
 * For each definition of a plan those of its children whose absence is told, in order of position. Most elements may be
 * absent: a check that only looks at these and at what is there has less to do than one that asks about every place.
 */
export type Demands = readonly (readonly ElementPlan[])[];

export function demandsOf(plan: ValidationPlan, mode: Mode, report: Report): Demands {
  const isTold = ({ usage, isDecided }: ElementPlan): boolean => {
    if (usage === 'R') return true;
    if (usage === 'RE') return report.wants('usage-empty');
    if (usage !== 'C' && usage !== 'CE') return false;
    return isDecided !== true && !mode.quirks.fewUsages && report.wants('usage-undecided');
  };
  return plan.definitions.map(({ children }) => children.filter(isTold));
}
