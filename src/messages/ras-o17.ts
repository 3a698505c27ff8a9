import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Administration, Envelope, Observation } from './facts.js';
import { observationGroups } from './observations.js';
import { orcAndTiming } from './order-group.js';
import { type PatientFacts, patientOfDose } from './patient-group.js';
import { rxa } from './segments/rxa.js';
import { rxr } from './segments/rxr.js';

export interface AdministrationFacts extends PatientFacts, Extra {
  readonly administrations: readonly (Administration & {
    /** OBX: pain, pressure ... at the time of the dose. */
    readonly observations?: readonly Observation[];
  })[];
}

/** Administration (RAS^O01 before 2.4): one ORC and RXA a dose. */
export function rasO17(envelope: Envelope, facts: AdministrationFacts): Message {
  const { version } = envelope;
  const groups = facts.administrations.flatMap((administration) => [
    ...orcAndTiming(administration.order, envelope),
    rxa(administration),
    rxr(administration.order),
    ...observationGroups(administration.observations, { version }),
  ]);
  return compose(envelope, 'RAS', 'O17', [...patientOfDose(facts), ...groups], facts);
}
