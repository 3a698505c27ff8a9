import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';
import type { FaultDefinition } from '../faults/definition.js';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import { sideOf } from '../faults/side.js';
import { UNTESTABLE } from '../faults/untestable.js';
import type { ActorConfig, StandingFault } from './config.js';

const FORM = 'write name:parameter=value, for example late-acknowledgment:delay=8s,on=0.01';

interface Links {
  readonly sends: boolean;
  readonly receives: boolean;
}

/** Faults of an actor; `own` are those whose names only modules of the project can know. */
export interface ActorFaults {
  readonly faults: readonly StandingFault[];
  readonly own: readonly string[];
}

/**
 * The faults of an actor's links. One that is unknown, or strikes on a side that the actor does not have, is a mistake; where the
 * project has faults of its own, an unknown one is left to them.
 */
export function standingFaults(
  texts: readonly string[],
  links: Links,
  path: Path,
  mistakes: Mistake[],
  hasOwn = false,
): ActorFaults {
  const [own, known] = [
    texts.filter((text) => hasOwn && !isOurs(text)),
    texts.filter((text) => !hasOwn || isOurs(text)),
  ];
  const faults = known.flatMap((text) => {
    const result = standingFault(text, links, FAULTS);
    if ('fault' in result) return [result];
    mistakes.push(...result.map((mistake) => ({ ...mistake, path: [...path, texts.indexOf(text)] })));
    return [];
  });
  return { faults, own };
}

/** The faults that were left to the modules of the project, and what is wrong with them, one sentence each. */
export function ownStandingFaults(
  actor: Pick<ActorConfig, 'send' | 'listen' | 'ownFaults'>,
  faults: readonly FaultDefinition[],
): { readonly faults: readonly StandingFault[]; readonly mistakes: readonly string[] } {
  const links = { sends: actor.send !== undefined, receives: actor.listen !== undefined };
  const read = actor.ownFaults.map((text) => standingFault(text, links, [...FAULTS, ...faults]));
  return {
    faults: read.flatMap((one) => ('fault' in one ? [one] : [])),
    mistakes: read.flatMap((one) => ('fault' in one ? [] : one.map(({ what, remedy }) => `${what} (${remedy})`))),
  };
}

function isOurs(text: string): boolean {
  const name = text.split(':', 1)[0]?.trim() ?? '';
  return FAULTS.some((fault) => fault.name === name) || Object.hasOwn(UNTESTABLE, name);
}

type Complaint = Pick<Mistake, 'what' | 'remedy'>;

function standingFault(
  text: string,
  links: Links,
  known: readonly FaultDefinition[],
): StandingFault | readonly Complaint[] {
  const parsed = parseFault(text, known);
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
