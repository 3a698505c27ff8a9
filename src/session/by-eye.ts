import { AssertionError } from 'node:assert';
import type { Session } from './session.js';

/** What a step must tell cucumber: nothing, or that a person has not looked yet. */
export type ByEye = 'pending' | undefined;

/** A person looks at something that no message shows. Without a person at the terminal the step is pending. */
export async function confirmByEye(session: Session, what: string): Promise<ByEye> {
  const confirmation = await session.stage.ask(what, 'confirmation');
  session.stage.append({ kind: 'confirmation', scenario: session.scene.id, confirmation });
  if (confirmation.verdict === 'pending') return 'pending';
  if (confirmation.verdict === 'confirmed') return undefined;
  const by = confirmation.tester ? ` (${confirmation.tester})` : '';
  throw new AssertionError({
    message: `a tester did not confirm that ${what}${by}${confirmation.comment ? `: ${confirmation.comment}` : ''}`,
  });
}
