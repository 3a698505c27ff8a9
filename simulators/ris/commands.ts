import type { EntityIdentifier, ObservationValue } from '../../src/messages/facts.js';
import type { ImagingProcedure } from '../../src/population/facts.js';
import type { PatientReference } from '../care/patient-key.js';

interface AboutOrder {
  readonly patient: PatientReference;
  /** Placer or filler number. */
  readonly order: EntityIdentifier;
  /** Sends the message although it is illegal, as a faulty RIS would; the RIS's own status stays. */
  readonly force?: boolean;
}

/** What a person in radiology does. */
export type RisCommand =
  /** SC with ORC-5 SC and OBR-36, and SIU^S12 when asked for. */
  | (AboutOrder & { readonly kind: 'schedule'; readonly at: Date; readonly appointment?: boolean })
  /** SC with the new time; SIU^S13 when there is an appointment. */
  | (AboutOrder & { readonly kind: 'reschedule'; readonly at: Date })
  /** SIU^S14: something else than the time. */
  | (AboutOrder & { readonly kind: 'modify-appointment'; readonly note: string })
  /** SIU^S15: the order stays and can be scheduled again. */
  | (AboutOrder & { readonly kind: 'cancel-appointment'; readonly reason: string })
  /** SC with ORC-5 IP. */
  | (AboutOrder & { readonly kind: 'arrive' })
  /** SC with ORC-5 CM; with `charge` also DFT^P03, once. */
  | (AboutOrder & { readonly kind: 'complete'; readonly charge?: boolean })
  | (AboutOrder & Report & { readonly kind: 'report'; readonly as: 'preliminary' | 'final' })
  /** OBR-25 C with the signed text unchanged and the addendum after it. */
  | (AboutOrder & { readonly kind: 'add-addendum'; readonly text?: string })
  /** OBR-25 C with another text in the place of the report's last part. */
  | (AboutOrder & { readonly kind: 'correct-report'; readonly text: string })
  /** OC; SIU^S26 when there is an appointment. */
  | (AboutOrder & { readonly kind: 'no-show' })
  /** OC; SIU^S15 when there is an appointment. */
  | (AboutOrder & { readonly kind: 'cancel-by-radiology'; readonly reason: string })
  /** XO: another examination than the one that was ordered. */
  | (AboutOrder & {
      readonly kind: 'change-examination';
      readonly procedure: ImagingProcedure;
      readonly reason: string;
    });

interface Report {
  /** Paragraphs; absent: what a radiologist might write about such an examination. */
  readonly text?: readonly string[];
  /** In the place of text: a document, formatted text. */
  readonly content?: ObservationValue;
  readonly findings?: 'normal' | 'abnormal' | 'plausible';
  /** MDM^T02 besides ORU^R01. */
  readonly document?: boolean;
}
