import type { Handler, Intake } from '../exchange/receive.js';
import { adtHandlers } from '../filler/receive-adt.js';
import { isStopped } from '../status/medication-status.js';
import { receiveWardAnswer } from './hear.js';
import type { PharmacyOptions } from './options.js';
import { numberOf, type PharmacyState } from './pharmacy-state.js';
import { receiveDoses } from './receive/doses.js';
import { receivePrescriptions } from './receive/orders.js';

/** Before 2.4 the events of pharmacy messages were O01 and O02. */
const PRESCRIPTIONS = ['OMP^O09', 'ORM^O01', 'RDE^O11', 'RDE^O01'];
const DOSES = ['RAS^O17', 'RAS^O01'];
const WARD_ANSWERS = ['RRE^O12', 'RRE^O02', 'RRD^O14', 'RRD^O02', 'RRG^O16', 'RRG^O02', 'ORP^O10'];

/** All that the pharmacy accepts: ADT, prescriptions and requests about them, doses, and answers to its own messages. */
export function pharmacyIntake(options: PharmacyOptions): Intake<PharmacyState> {
  return {
    mergedNumbers: options.mergedNumbers,
    withoutPatient: new Set(WARD_ANSWERS),
    handlers: {
      ...adtHandlers<PharmacyState>(options, unfinishedPrescriptions),
      ...same(PRESCRIPTIONS, (state, message, tools) => receivePrescriptions(state, message, tools, options)),
      ...same(DOSES, (state, message, tools) => receiveDoses(state, message, tools, options)),
      ...same(WARD_ANSWERS, receiveWardAnswer),
    },
  };
}

function unfinishedPrescriptions({ prescriptions }: PharmacyState, visitNumber: string): readonly string[] {
  return prescriptions
    .filter(({ visit, state }) => visit?.number.id === visitNumber && !isStopped(state))
    .map((prescription) => `prescription ${numberOf(prescription)} is ${prescription.state}`);
}

function same(
  types: readonly string[],
  handler: Handler<PharmacyState>,
): Readonly<Record<string, Handler<PharmacyState>>> {
  return Object.fromEntries(types.map((type) => [type, handler]));
}
