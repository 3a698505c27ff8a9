import type { Finding } from '../evidence/finding.js';
import type { Role } from './simulator.js';

/** Code of the finding that says that a simulator of ours, or of the user's, threw. */
export const SIMULATOR_FAILED = 'simulator-failed';

/** Not a failure of the system under test: the harness is to blame. */
export function simulatorFailed(role: Role, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    section: 'workflow',
    classification: 'Error',
    category: 'Harness',
    code: SIMULATOR_FAILED,
    message: `the ${role} that Pipehat plays threw and gave no answer: ${reason}`,
  };
}
