import type { SegmentDraft } from '../hl7/build.js';
import type { Envelope, ObservationOrder } from './facts.js';
import { observationGroups } from './observations.js';
import { orcAndTiming } from './order-group.js';
import { orderNotes } from './order-notes.js';
import { dg1 } from './segments/dg1.js';
import { obr } from './segments/obr.js';
import { spm } from './segments/spm.js';
import { timingStyle } from './timing.js';
import { isSince } from './version.js';

/** ORC [TQ1] OBR of the order messages that took over from ORM; `imagingIn` as in OBR. */
export function orcAndObr(
  envelope: Envelope,
  order: ObservationOrder,
  setId: number,
  imagingIn?: 'ipc',
): readonly SegmentDraft[] {
  const timing = timingStyle(envelope.version);
  const specimenIn = hasSpecimens(envelope) ? 'spm' : 'obr';
  const options = { setId, timing, specimenIn, ...(imagingIn && { imagingIn }) } as const;
  return [...orcAndTiming(order, envelope), obr(order, options)];
}

/** The ORDER group of OML, OMG and (without the specimen) OMI up to its observations. */
export function observationRequest(
  envelope: Envelope,
  order: ObservationOrder,
  setId: number,
  imagingIn?: 'ipc',
): readonly SegmentDraft[] {
  const { version } = envelope;
  return [
    ...orcAndObr(envelope, order, setId, imagingIn),
    ...orderNotes(order),
    ...dg1(order.diagnoses, 'W'),
    ...observationGroups(order.questions, { version }),
  ];
}

/** SPM where the version has it. */
export function specimens(envelope: Envelope, order: ObservationOrder): readonly SegmentDraft[] {
  return hasSpecimens(envelope) ? spm(order.specimen) : [];
}

function hasSpecimens({ version }: Envelope): boolean {
  return isSince('2.5', version);
}
