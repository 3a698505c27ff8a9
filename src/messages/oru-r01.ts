import type { SegmentDraft } from '../hl7/build.js';
import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Envelope, ResultReport } from './facts.js';
import { observationGroups } from './observations.js';
import { orderNotes } from './order-notes.js';
import { type PatientFacts, patientAndVisit } from './patient-group.js';
import { obr } from './segments/obr.js';
import { orc } from './segments/orc.js';
import { spm } from './segments/spm.js';
import { timingStyle, tq1 } from './timing.js';

export interface ResultFacts extends PatientFacts, Extra {
  readonly reports: readonly ResultReport[];
}

/** Results of one patient: one ORC, OBR and its observations a report. */
export function oruR01(envelope: Envelope, facts: ResultFacts): Message {
  const groups = facts.reports.flatMap((report, index) => orderObservation(envelope, report, index + 1));
  return compose(envelope, 'ORU', 'R01', [...patientAndVisit(facts), ...groups], facts);
}

function orderObservation(envelope: Envelope, report: ResultReport, setId: number): readonly SegmentDraft[] {
  const { version } = envelope;
  const timing = timingStyle(version);
  const hasSpm = timing === 'tq1';
  const { order, performer } = report;
  return [
    orc(order, envelope, timing),
    obr(order, { setId, timing, specimenIn: hasSpm ? 'spm' : 'obr', report }),
    ...orderNotes(order),
    ...(timing === 'tq1' ? tq1(order) : []),
    ...observationGroups(report.observations, { version, analysedAt: report.reportedAt, performer }),
    ...(hasSpm ? spm(report.specimen ?? order.specimen) : []),
  ];
}
