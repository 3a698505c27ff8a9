import type { Config } from '../../config/config.js';
import { loadExtensions } from '../../run/extensions.js';
import { formatExtensionProblems } from '../extensions.js';
import type { Check } from './check.js';

/** Loads the modules of the project, as a run would; nothing to say where it names none. */
export async function checkExtensions({ extensions, folder }: Config): Promise<readonly Check[]> {
  const modules = [...extensions.simulators, ...extensions.faults, ...extensions.reports];
  if (modules.length === 0) return [];
  const name = 'extensions';
  const result = await loadExtensions(extensions, folder);
  if (result.kind === 'extensions') return [{ name, status: 'ok', detail: modules.join(', ') }];
  const detail = `${result.problems.length} to mend\n${formatExtensionProblems(result.problems)}`;
  return [{ name, status: 'broken', detail, remedy: 'mend these modules and run pipehat doctor again' }];
}
