import type { Config } from '../config/config.js';
import { type ExtensionProblem, type LoadedExtensions, loadExtensions } from '../run/extensions.js';
import { EXIT } from './exit-codes.js';
import { OperatorError } from './operator-error.js';

/** The modules that the config names. Throws OperatorError with every one that cannot be used. */
export async function projectExtensions({ extensions, folder }: Config): Promise<LoadedExtensions> {
  const result = await loadExtensions(extensions, folder);
  if (result.kind === 'extensions') return result.extensions;
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

export function formatExtensionProblems(problems: readonly ExtensionProblem[]): string {
  return problems.map(({ where, what, remedy }) => `  ${where}: ${what}\n      ${remedy}`).join('\n');
}
