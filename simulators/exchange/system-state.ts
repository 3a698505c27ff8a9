import type { CareRecord } from '../care/care-record.js';
import { NO_RECORD } from '../care/care-record.js';
import type { Seen } from './seen.js';

/** What every simulated system holds per patient. */
export interface SystemState {
  readonly key: string;
  readonly care: CareRecord;
  readonly seen: readonly Seen[];
  /** Under the key of an order number: the key of the patient. */
  readonly route?: string;
}

export function emptySystem(key: string): SystemState {
  return { key, care: NO_RECORD, seen: [] };
}
