import { never } from '../../base/never.js';
import type { WhenAbsent } from '../model/assertion.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';

/** What nothing at the path means. */
export function whenAbsent(
  behaviour: WhenAbsent,
  node: number,
  assertion: CompiledAssertion,
  notes: Notes | undefined,
): Outcome {
  switch (behaviour) {
    case 'PASS':
      return PASS;
    case 'FAIL':
      notes?.push({ node, from: node, assertion });
      return FAIL;
    case 'INCONCLUSIVE':
      return undecided(notes, node, assertion, 'there is no value');
    default:
      return never(behaviour);
  }
}
