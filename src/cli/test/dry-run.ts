import type { FaultDefinition } from '../../faults/definition.js';
import { checkFeatures } from '../../run/check-features.js';
import type { FeatureSelection } from '../../run/cucumber.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';

/** Checks that every step of the selected scenarios is defined and every fault known, without a system under test. */
export async function dryRun(
  selection: FeatureSelection,
  terminal: Terminal,
  faults: readonly FaultDefinition[],
): Promise<ExitCode> {
  const result = await checkFeatures(selection, faults);
  switch (result.kind) {
    case 'unreadable':
      throw new OperatorError(EXIT.usage, result.problems.join('\n         '), 'mend what is named above');
    case 'nothing-to-run':
      throw new OperatorError(EXIT.nothingRan, 'no scenario matches', 'look at the paths and at --tags');
    case 'checked':
      for (const problem of result.problems) terminal.err(problem);
      terminal.out(`${result.scenarios} scenarios read, ${result.problems.length} steps without a single definition`);
      return result.problems.length === 0 ? EXIT.passed : EXIT.usage;
  }
}
