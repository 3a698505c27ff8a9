import type { SystemState } from '../../simulators/exchange/system-state.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { Role } from '../endpoint/simulator.js';
import type { Guest } from './cast.js';
import { keyOf } from './people.js';
import type { Session } from './session.js';
import type { Players } from './stage.js';

type StateOf<R extends Role> = NonNullable<Players[R]> extends Endpoint<infer State, infer _Command> ? State : never;

/** What a simulated system holds of a person now; of one whose record was merged, what it holds under the survivor. */
export function recordAt<R extends Role>(session: Session, role: R, guest: Guest): StateOf<R> {
  const player = session.player(role) as unknown as Endpoint<StateOf<R> & SystemState, unknown>;
  let state = player.state(keyOf(guest.patient));
  while (state.care.mergedInto !== undefined) state = player.state(state.care.mergedInto);
  return state;
}
