import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import { sideOf } from '../faults/side.js';
import type { StandingFault } from './config.js';

const FORM = 'write name:parameter=value, for example late-acknowledgment:delay=8s,on=0.01';

/** The faults of an actor's links. One that is unknown, or strikes on a side that the actor does not have, is a mistake. */
export function standingFaults(
  texts: readonly string[],
  links: { readonly sends: boolean; readonly receives: boolean },
  path: Path,
  mistakes: Mistake[],
): readonly StandingFault[] {
  return texts.flatMap((text, n) => {
    const result = standingFault(text, links);
    if ('fault' in result) return [result];
    mistakes.push(...result.map((mistake) => ({ ...mistake, path: [...path, n] })));
    return [];
  });
}

type Complaint = Pick<Mistake, 'what' | 'remedy'>;

function standingFault(
  text: string,
  links: { readonly sends: boolean; readonly receives: boolean },
): StandingFault | readonly Complaint[] {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken') return parsed.mistakes.map((what) => ({ what, remedy: FORM }));
  const { fault, selection } = parsed;
  if (fault.kind === 'sut') {
    return [
      { what: `${fault.name} strikes the system under test, not a link`, remedy: 'use the steps that control it' },
    ];
  }
  const side = sideOf(fault) === 'sends' ? 'sends' : 'receives';
  if (links[side]) return { fault, selection };
  const remedy = side === 'sends' ? 'add send:, or choose another fault' : 'add listen:, or choose another fault';
  return [{ what: `${fault.name} strikes what an actor ${side}, which this one does not`, remedy }];
}
