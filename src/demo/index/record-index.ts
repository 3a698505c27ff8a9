import type { Defects } from '../defects.js';
import { Doses } from './doses.js';
import { Orders } from './orders.js';
import { Patients } from './patients.js';
import { Visits } from './visits.js';

/** All that the engine knows, in memory; rebuilt from the message log at each start. */
export interface RecordIndex {
  readonly patients: Patients;
  readonly visits: Visits;
  readonly orders: Orders;
  readonly doses: Doses;
}

export function recordIndex(defects: Defects): RecordIndex {
  return {
    patients: new Patients(defects.has('ignores-authority')),
    visits: new Visits(),
    orders: new Orders(),
    doses: new Doses(),
  };
}
