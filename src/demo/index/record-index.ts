import type { Defects } from '../defects.js';
import { Doses } from './doses.js';
import { Orders } from './orders.js';
import { Patients } from './patients.js';
import { Results } from './results.js';
import { Visits } from './visits.js';

/** All that the engine knows, in memory; rebuilt from the message log at each start. */
export interface RecordIndex {
  readonly patients: Patients;
  readonly visits: Visits;
  readonly orders: Orders;
  readonly results: Results;
  readonly doses: Doses;
}

export function recordIndex(defects: Defects): RecordIndex {
  return {
    patients: new Patients(defects.has('ignores-authority')),
    visits: new Visits(),
    orders: new Orders(),
    results: new Results(),
    doses: new Doses(),
  };
}

/** How much the index holds, for the operator. */
export function indexCounts({ patients, visits, orders, results, doses }: RecordIndex) {
  return {
    patients: patients.size,
    visits: visits.count(() => true),
    openVisits: visits.count(({ state }) => state === 'open'),
    occupiedBeds: visits.count(({ bed }) => bed !== ''),
    orders: orders.size,
    results: results.size,
    resultSetBacks: results.setBacks,
    doses: doses.size,
  };
}
