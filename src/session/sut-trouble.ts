import { pause } from '../base/timer.js';
import type { Attempt, ConnectionFault, SutFault } from '../faults/fault.js';
import { write, writtenBytes } from '../faults/plan-bytes.js';
import type { Session } from './session.js';
import { type ControlAction, UNDONE_BY } from './sut-control.js';
import { Untestable } from './trouble.js';

type WirePlan = Attempt['plan'];

const ACTIONS: Readonly<Record<SutFault['action'], ControlAction>> = {
  stop: 'stop',
  kill: 'kill',
  pause: 'pause',
  'cut-off': 'cutOff',
};

/**
 * A fault of the system under test as the sender of a message sees it: half of the message or all of it is written, the system is
 * stopped and let go on, and the same bytes are written again where the connection was lost. Throws Untestable where it cannot be
 * done here.
 */
export function strikingSut(session: Session, fault: SutFault): ConnectionFault {
  const action = ACTIONS[fault.action];
  const remedy = session.stage.control.lacks?.(action);
  if (remedy !== undefined) throw new Untestable(`cannot ${fault.action} the system under test: ${remedy}`);
  return { kind: 'connection', name: fault.name, attempts: (plan) => attempts(session, fault, action, plan) };
}

function attempts(session: Session, fault: SutFault, action: ControlAction, plan: WirePlan): readonly Attempt[] {
  let isOver: Promise<void> = Promise.resolve();
  const begin = (): Promise<void> => {
    isOver = session.meanwhile(strike(session, action, fault.forMs));
    return isOver;
  };
  const bytes = writtenBytes(plan);
  const half = Math.floor(bytes.length / 2);
  const [before, behind]: readonly WirePlan[] =
    fault.at === 'unanswered' ? [plan, []] : [[write(bytes.subarray(0, half))], [write(bytes.subarray(half))]];
  const struck = [...(before ?? []), { kind: 'await', begin } as const];
  // A system that hung has kept its connection, and what was written on it.
  if (action === 'pause') return [{ plan: [...struck, ...(behind ?? [])], afterMs: 0 }];
  return [
    { plan: struck, afterMs: 0 },
    { plan, afterMs: 0, waitsFor: () => isOver },
  ];
}

async function strike(session: Session, action: ControlAction, forMs: number): Promise<void> {
  await session.control(action);
  await pause(session.stage.timer, forMs);
  const undo = UNDONE_BY[action];
  if (undo !== undefined) await session.control(undo);
}
