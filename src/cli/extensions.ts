import type { Config, Environment } from '../config/config.js';
import { ownStandingFaults } from '../config/standing-faults.js';
import { type ExtensionProblem, type LoadedExtensions, loadExtensions } from '../run/extensions.js';
import { EXIT } from './exit-codes.js';
import { OperatorError } from './operator-error.js';

/** The modules that the config names. Throws OperatorError with every one that cannot be used. */
export async function projectExtensions({ extensions, folder, environment }: Config): Promise<LoadedExtensions> {
  const result = await loadExtensions(extensions, folder);
  if (result.kind === 'extensions') return withTheirFaults(result.extensions, environment);
  const [first, ...others] = result.problems;
  if (first !== undefined && others.length === 0) {
    throw new OperatorError(EXIT.usage, `${first.where}: ${first.what}`, first.remedy);
  }
  throw new OperatorError(
    EXIT.usage,
    `${result.problems.length} extensions cannot be used\n${formatExtensionProblems(result.problems)}`,
    'mend the modules named above, or take them out of pipehat.config.yaml',
  );
}

/** Faults of actors that only the project could know are known now. */
function withTheirFaults(extensions: LoadedExtensions, { actors }: Environment): LoadedExtensions {
  const mistakes = Object.values(actors).flatMap((actor) =>
    ownStandingFaults(actor, extensions.faults).mistakes.map((what) => `actors.${actor.role}.faults: ${what}`),
  );
  if (mistakes.length === 0) return extensions;
  throw new OperatorError(
    EXIT.usage,
    mistakes.join('\n         '),
    'mend pipehat.config.yaml, or the modules under extensions.faults',
  );
}

export function formatExtensionProblems(problems: readonly ExtensionProblem[]): string {
  return problems.map(({ where, what, remedy }) => `  ${where}: ${what}\n      ${remedy}`).join('\n');
}
