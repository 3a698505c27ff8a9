import type { DefectDescription } from './description.js';

/** Mistakes in the messages that go on: each has its spoiler in `../spoil/forwarded.ts`. */
export const FORWARDING = [
  {
    name: 'always-cr',
    description: 'tells the ward that a cancellation was granted (CR) where the department has refused it (UC)',
    caughtBy: 'an order that is in process stays in process when its cancellation is refused',
  },
  {
    name: 'breaks-line-breaks',
    description: 'forwards text without its line breaks (.br)',
    caughtBy: 'the text scenarios: lines stay lines',
  },
  {
    name: 'correction-adds',
    description: 'forwards a corrected value as a further final one beside the first',
    caughtBy: 'a correction replaces the earlier value',
  },
  {
    name: 'cuts-location',
    description: 'forwards the ward of a patient without room and bed (PV1-3)',
    caughtBy: 'every system sees the patient in the same bed',
  },
  {
    name: 'cuts-placer-to-first-component',
    description: 'forwards placer order numbers without the application that assigned them',
    caughtBy: 'the echo ledger: ORC-2 and OBR-2 come back as they were sent',
  },
  {
    name: 'decodes-as-utf8',
    description: 'ignores MSH-18: reads all bytes as UTF-8 and forwards replacement characters for the rest',
    caughtBy: 'the comparison of text sent and delivered in ISO 8859 and other sets',
  },
  {
    name: 'drops-group-number',
    description: 'forwards orders without their group number (ORC-4)',
    caughtBy: 'the echo ledger: the orders of a requisition keep its number',
  },
  {
    name: 'drops-repetitions',
    description: 'forwards the first repetition of OBX-5 alone',
    caughtBy: 'the text scenarios: every paragraph arrives',
  },
  {
    name: 'drops-z-segment',
    description: 'forwards messages without their Z segments',
    caughtBy: 'the end-to-end comparison of segments',
  },
  {
    name: 'everyone-inpatient',
    description: 'forwards every visit as that of an inpatient (PV1-2)',
    caughtBy: 'an outpatient is registered as an outpatient',
  },
  {
    name: 'flattens-subids',
    description: 'empties OBX-4 in the results that it forwards, so that isolates run into each other',
    caughtBy: 'the microbiology scenario',
  },
  {
    name: 'keeps-merged-id',
    description: 'forwards later traffic under the number that was merged away',
    caughtBy: 'the merge scenario',
  },
  {
    name: 'loses-accession-number',
    description: 'forwards orders and results without OBR-18',
    caughtBy: 'the EHR knows the accession number of an examination',
  },
  {
    name: 'loses-additives',
    description: 'forwards infusions without what is mixed into them (RXC)',
    caughtBy: 'an infusion keeps its parts',
  },
  {
    name: 'loses-filler-number',
    description: 'forwards results without their filler order number (ORC-3, OBR-3)',
    caughtBy: 'the echo ledger: ORC-3 and OBR-3 are those under which the order was accepted',
  },
  {
    name: 'loses-flags',
    description: 'forwards results without their flags (OBX-8)',
    caughtBy: 'a critical value is flagged',
  },
  {
    name: 'loses-parent',
    description: 'forwards results without the result that led to them (OBR-26, OBR-29)',
    caughtBy: 'a reflex test is linked to the value that led to it',
  },
  {
    name: 'loses-order-reason',
    description: 'forwards what becomes of orders without the reason (ORC-16 and NTE)',
    caughtBy: 'the ward is told why there will be no result',
  },
  {
    name: 'loses-priority',
    description: 'forwards orders without their priority (ORC-7.6, OBR-27.6 and TQ1-9)',
    caughtBy: 'a STAT order is worked on as STAT',
  },
  {
    name: 'loses-refusal-reason',
    description: 'forwards a dose that was refused or missed as given, without the reason (RXA-18, RXA-20)',
    caughtBy: 'a refused dose is not recorded as given',
  },
  {
    name: 'loses-specimen-number',
    description: 'forwards results without the number of their specimen (SPM-2)',
    caughtBy: 'the specimen of the result is the one that the laboratory received',
  },
  {
    name: 'null-as-text',
    description: 'forwards the null of HL7 as the word null',
    caughtBy: 'a telephone number that is deleted is gone',
  },
  {
    name: 'one-version',
    description: 'forwards every message as one of version 2.5.1 (MSH-12), whatever its segments are',
    caughtBy: 'an order and its result keep the version in which they were written',
  },
  {
    name: 'plan-as-admission',
    description: 'forwards planned admissions (A05) as admissions (A01)',
    caughtBy: 'a planned visit occupies no bed',
  },
  {
    name: 'rounds-numbers',
    description: 'forwards numeric values (OBX-5 of NM) without their decimals',
    caughtBy: 'a number arrives as it was measured',
  },
  {
    name: 'status-regress',
    description: 'forwards as preliminary (P) what corrects a final result (C)',
    caughtBy: 'a corrected result is shown as corrected',
  },
  {
    name: 'truncates-silently',
    description: 'cuts OBX-5 and NTE-3 after 200 characters when it forwards them',
    caughtBy: 'the end-to-end comparison of long text',
  },
  {
    name: 'ua-as-ok',
    description: 'tells the ward that an order was accepted (OK) which the department has refused (UA)',
    caughtBy: 'a refused order is shown as refused',
  },
  {
    name: 'unescapes-twice',
    description: 'forwards text with its escapes replaced by the delimiters for which they stand',
    caughtBy: 'a name with an ampersand arrives as it was sent',
  },
  {
    name: 'update-as-delta',
    description: 'forwards updates (A08) without the segments by which they take something away',
    caughtBy: 'a list of next of kin is taken away as a whole',
  },
] as const satisfies readonly DefectDescription[];
