import { Session } from './session.js';
import { theStage } from './stage.js';
import { HarnessError } from './trouble.js';

const sessions = new WeakMap<object, Session>();

/** Opens the session of a scenario and ties it to the scenario's World, whatever class that is. */
export function openSession(world: object, testCaseStartedId: string): Session {
  const stage = theStage();
  const facts = stage.facts(testCaseStartedId);
  if (facts === undefined) throw new HarnessError(`test case ${testCaseStartedId} is not part of this run`);
  const session = new Session(stage, facts);
  sessions.set(world, session);
  return session;
}

/** The session of the scenario that this World belongs to. */
export function sessionOf(world: object): Session {
  const session = sessions.get(world);
  if (session === undefined) throw new HarnessError('the session is not open: the hook "open the session" did not run');
  return session;
}
