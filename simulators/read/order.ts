import type {
  EntityIdentifier,
  ImagingNumbers,
  ObservationOrder,
  OrderCommon,
  OrderControl,
  Specimen,
} from '../../src/messages/facts.js';
import type { Coded } from '../../src/population/facts.js';
import { readNumbers } from './numbers.js';
import { allOf, firstOf, notesAfter, type OrderGroup } from './order-groups.js';
import { readTiming } from './timing.js';
import { alternateCoded, coded, entityIdentifier, provider, time, UNKNOWN_PROVIDER, valued } from './values.js';

/** ORC-1; `RE` where ORC is absent, as in a bare result. */
export function readControl(group: OrderGroup): string {
  const orc = firstOf(group, 'ORC');
  return orc === undefined ? 'RE' : (orc.get('1') ?? '');
}

/** What ORC and the timing say, under another order control. */
export function readCommon(group: OrderGroup, control: OrderControl, at: Date): OrderCommon {
  const orc = firstOf(group, 'ORC');
  const orderedBy = provider(orc, '12') ?? provider(firstOf(group, 'OBR'), '16') ?? UNKNOWN_PROVIDER;
  const enteredAt = time(orc, '9') ?? at;
  return { control, numbers: readNumbers(group), ...readTiming(group), enteredAt, orderedBy };
}

/** An order with OBR as its placer wrote it. */
export function readObservationOrder(group: OrderGroup, control: OrderControl, at: Date): ObservationOrder {
  const obr = firstOf(group, 'OBR');
  const collectedAt = time(obr, '7');
  const specimenAction = valued(obr, '11');
  const reasonForStudy = valued(obr, '31.2') ?? valued(obr, '31.1');
  const diagnoses = allOf(group, 'DG1').flatMap((dg1) => coded(dg1, '3') ?? []);
  const specimen = readSpecimen(group);
  const scheduledAt = time(obr, '36');
  const imaging = readImagingNumbers(group);
  return {
    ...readCommon(group, control, at),
    service: readService(group),
    section: valued(obr, '24') ?? 'LAB',
    ...(collectedAt && { collectedAt }),
    ...(specimenAction !== undefined && { specimenAction }),
    ...(reasonForStudy !== undefined && { reasonForStudy }),
    ...(diagnoses.length > 0 && { diagnoses }),
    ...(specimen && { specimen }),
    ...(scheduledAt && { scheduledAt }),
    ...(imaging && { imaging }),
  };
}

/** OBR-4, first triplet. */
export function readService(group: OrderGroup): Coded {
  return coded(firstOf(group, 'OBR'), '4') ?? { code: '', text: '', system: '' };
}

/** OBR-4, both triplets: a local code often comes with its LOINC equivalent. */
export function readServices(group: OrderGroup): readonly Coded[] {
  const obr = firstOf(group, 'OBR');
  return [coded(obr, '4'), alternateCoded(obr, '4')].filter((named) => named !== undefined);
}

/** ORC-16, else the first note of the order. */
export function readReason(group: OrderGroup): string | undefined {
  const orc = firstOf(group, 'ORC');
  const obr = firstOf(group, 'OBR');
  const stated = valued(orc, '16.2') ?? valued(orc, '16.1');
  const notes = [orc, obr].flatMap((segment) => (segment === undefined ? [] : notesAfter(group, segment)));
  return stated ?? notes[0];
}

function readSpecimen(group: OrderGroup): Specimen | undefined {
  const spm = firstOf(group, 'SPM');
  const obr = firstOf(group, 'OBR');
  const type = valued(spm, '4.1') ?? valued(obr, '15.1.1');
  const id = entityIdentifier(spm, '2.1') ?? entityIdentifier(spm, '2.2');
  if (type === undefined || id === undefined) return undefined;
  const collectedAt = time(spm, '17.1') ?? time(obr, '7');
  const receivedAt = time(spm, '18') ?? time(obr, '14');
  return { id, type, ...(collectedAt && { collectedAt }), ...(receivedAt && { receivedAt }) };
}

/** IPC; the study instance UID alone stands in ZDS-1 at 2.3.1 sites. */
function readImagingNumbers(group: OrderGroup): ImagingNumbers | undefined {
  const ipc = firstOf(group, 'IPC');
  const [accession, requestedProcedure, study, scheduledStep] = ['1', '2', '3', '4'].map((field) =>
    entityIdentifier(ipc, field),
  );
  if (accession === undefined || study === undefined) return readZds(group);
  return {
    accession,
    requestedProcedure: requestedProcedure ?? accession,
    studyInstanceUid: study.id,
    scheduledStep: scheduledStep ?? accession,
    modality: valued(ipc, '5.1') ?? '',
  };
}

function readZds(group: OrderGroup): ImagingNumbers | undefined {
  const uid = valued(firstOf(group, 'ZDS'), '1.1');
  if (uid === undefined) return undefined;
  const none: EntityIdentifier = { id: '', namespace: '' };
  return { accession: none, requestedProcedure: none, studyInstanceUid: uid, scheduledStep: none, modality: '' };
}
