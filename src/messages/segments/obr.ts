import { type Component, comp, type FieldValue, type SegmentDraft, segment } from '../../hl7/build.js';
import type { Provider } from '../../population/facts.js';
import { ce, ceText, ei, eip, ts, xcn } from '../datatypes.js';
import type { ObservationOrder, ResultReport } from '../facts.js';
import { type TimingStyle, tq } from '../timing.js';

export interface ObrOptions {
  /** OBR-1, 1-based. */
  readonly setId: number;
  readonly timing: TimingStyle;
  /** OBR-15 speaks of the specimen where the message has no SPM. */
  readonly specimenIn: 'obr' | 'spm';
  /** OBR-18, 19 and 20 carry the imaging numbers where the message has no IPC, as the IHE radiology framework has it. */
  readonly imagingIn?: 'obr' | 'ipc';
  /** The report that the OBR heads, in a result message. */
  readonly report?: Omit<ResultReport, 'order'>;
}

export function obr(order: ObservationOrder, options: ObrOptions): SegmentDraft {
  const { report } = options;
  const specimen = report?.specimen ?? order.specimen;
  const imaging = options.imagingIn === 'ipc' ? undefined : order.imaging;
  return segment('OBR', {
    1: String(options.setId),
    2: ei(order.numbers.placer),
    3: ei(order.numbers.filler),
    4: ce(order.service),
    7: ts(order.collectedAt ?? specimen?.collectedAt ?? firstObserved(report)),
    11: order.specimenAction,
    14: ts(specimen?.receivedAt),
    15: options.specimenIn === 'obr' ? specimen?.type : undefined,
    16: xcn(order.orderedBy),
    18: imaging?.accession.id,
    19: imaging?.requestedProcedure.id,
    20: imaging?.scheduledStep.id,
    22: ts(report?.reportedAt ?? (order.resultStatus && order.enteredAt)),
    24: order.section,
    25: report?.resultStatus ?? order.resultStatus,
    26: parentResult(report?.parentResult),
    27: options.timing === 'tq' ? tq(order) : undefined,
    29: eip(order.numbers.parent),
    31: ceText(order.reasonForStudy),
    32: ndl(report?.interpreter),
    36: ts(order.scheduledAt),
  });
}

/** Of a report the time of observation is required (2.5.1 §4.5.3.7): where nobody took a specimen, that of its first OBX. */
function firstObserved(report: ObrOptions['report']): Date | undefined {
  const times = (report?.observations ?? []).flatMap(({ observedAt }) => observedAt?.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

/** PRL: the parent's OBX-3 in subcomponents, its OBX-4, its value in words. */
function parentResult(parent: ResultReport['parentResult']): FieldValue {
  return parent && comp([parent.id.code, parent.id.text, parent.id.system], parent.subId, parent.text);
}

/** NDL: the person in the subcomponents of NDL.1, CNN.9 being the authority. */
function ndl(person: Provider | undefined): FieldValue {
  if (person === undefined) return undefined;
  const name: Component = [person.id, person.family, person.given, ...Array<undefined>(5), person.authority];
  return comp(name);
}
