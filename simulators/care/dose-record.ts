export interface RecordedDispense {
  /** RXD-1. */
  readonly subId: string;
  readonly at: Date;
  readonly amount: number;
  readonly lot?: string;
}

/** One line of the MAR. */
export interface RecordedAdministration {
  /** RXA-2. */
  readonly subId: number;
  readonly startAt: Date;
  readonly amount: number;
  readonly unit: string;
  /** RXA-20. */
  readonly completion: 'CP' | 'RE' | 'NA' | 'PA';
  readonly reason?: string;
  /** Deleted by RXA-21 D: it stays visible, it counts no more. */
  readonly deleted: boolean;
  /** How often it was corrected. */
  readonly corrections: number;
}

/** Doses that the patient took, whole or in part. */
export function dosesTaken(administrations: readonly RecordedAdministration[]): readonly RecordedAdministration[] {
  return administrations.filter(({ deleted, completion }) => !deleted && (completion === 'CP' || completion === 'PA'));
}
