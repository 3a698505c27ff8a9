import type { Message } from '../hl7/message.js';
import type { Patient, Visit } from '../population/facts.js';
import type {
  Administration,
  AnswerTo,
  Appointment,
  Charge,
  ClinicalDocument,
  Dispense,
  Envelope,
  MedicationOrder,
  MergedNumbers,
  ResultReport,
  Version,
} from './facts.js';
import { messageType, versionsOf } from './message-type.js';
import type { ImagingOrder } from './omi-o23.js';

/** One of everything, from which any message of the registry can be built. */
export interface EveryFact {
  readonly patient: Patient;
  readonly visit: Visit;
  readonly merged: MergedNumbers;
  /** Orders with imaging numbers go into every order message; the laboratory's ignore the numbers' segment. */
  readonly orders: readonly ImagingOrder[];
  readonly reports: readonly ResultReport[];
  readonly medications: readonly MedicationOrder[];
  readonly dispenses: readonly Dispense[];
  readonly administrations: readonly Administration[];
  readonly answers: AnswerTo;
  readonly appointment: Appointment;
  readonly charges: readonly Charge[];
  readonly document: ClinicalDocument;
}

/** A line of the registry. */
export interface MessageBuilder {
  /** `adt-a01`: how commands and golden files call it. */
  readonly name: string;
  /** Message code and trigger event as in 2.5.1. */
  readonly code: string;
  readonly trigger: string;
  /** Message structure in 2.5.1. */
  readonly structure: string;
  /** What it says, in a few words. */
  readonly says: string;
  /** The versions in which it can be built, oldest first. */
  readonly versions: readonly Version[];
  build(envelope: Envelope, facts: EveryFact): Message;
}

/** A line of the registry for `ADT^A01`, say. */
export function builder(type: string, says: string, build: MessageBuilder['build']): MessageBuilder {
  const [code = '', trigger = ''] = type.split('^');
  const { structure = '' } = messageType('2.5.1', code, trigger);
  const name = `${code}-${trigger}`.toLowerCase();
  return { name, code, trigger, structure, says, versions: versionsOf(code), build };
}
