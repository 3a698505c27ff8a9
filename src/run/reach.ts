import type { Role } from '../endpoint/simulator.js';
import type { LinkEvidence } from '../evidence/exchange.js';
import { ROLE_NAMES } from '../session/session.js';
import type { Players } from '../session/stage.js';

/**
 * Connects once to each address of the system under test and closes at once: a run that cannot reach it has nothing to judge.
 * One sentence for each address that does not answer.
 */
export async function unreachable(players: Players, links: readonly LinkEvidence[]): Promise<readonly string[]> {
  const tried = new Set<string>();
  const failures: string[] = [];
  for (const { from, to, address } of links) {
    if (to !== 'sut' || tried.has(address)) continue;
    tried.add(address);
    const role = from as Role;
    const failure = await players[role]?.reach();
    if (failure !== undefined) failures.push(`the ${ROLE_NAMES[role]} cannot reach the system under test. ${failure}`);
  }
  return failures;
}
