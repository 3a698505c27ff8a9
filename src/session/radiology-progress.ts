import type { ImagingOrder } from '../../simulators/ris/ris-state.js';
import { never } from '../base/never.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { KnownOrder } from './cast.js';
import { expectOrderState } from './order-state.js';
import { complete, examinationOf, receivePatient, report, schedule } from './radiology.js';
import { expectDone } from './radiology-view.js';
import { accepted } from './registration.js';
import type { Session } from './session.js';

/** How far radiology is with an order, each stage behind the one before. */
const STAGES = ['nothing', 'scheduled', 'arrived', 'completed', 'preliminary', 'final'] as const;
export type ImagingProgress = (typeof STAGES)[number];

const HOUR_MS = 3_600_000;

/** A precondition: radiology goes on until it is so far with the order, stage by stage, and the EHR knows it. */
export async function examine(session: Session, order: KnownOrder, progress: ImagingProgress): Promise<void> {
  const reached = STAGES.indexOf(stageOf(examinationOf(session, order)));
  for (const stage of STAGES.slice(reached + 1, STAGES.indexOf(progress) + 1)) await reach(session, order, stage);
}

function stageOf({ state, performed }: ImagingOrder): ImagingProgress {
  switch (state) {
    case 'in-process':
      return performed ? 'completed' : 'arrived';
    case 'scheduled':
    case 'preliminary':
    case 'final':
      return state;
    default:
      return 'nothing';
  }
}

async function reach(session: Session, order: KnownOrder, stage: ImagingProgress): Promise<void> {
  if (stage === 'nothing') return;
  await accepted(session, doing(session, order, stage));
  if (stage === 'completed') return expectDone(session, order);
  await expectOrderState(session, order, stage === 'arrived' ? 'in-process' : stage);
}

function doing(session: Session, order: KnownOrder, stage: Exclude<ImagingProgress, 'nothing'>): Promise<LiveExchange> {
  switch (stage) {
    case 'scheduled':
      return schedule(session, order, HOUR_MS);
    case 'arrived':
      return receivePatient(session, order);
    case 'completed':
      return complete(session, order);
    case 'preliminary':
    case 'final':
      return report(session, order, stage);
    default:
      return never(stage);
  }
}
