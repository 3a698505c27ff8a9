import type { EhrState } from './ehr-state.js';

/** Everything is filed under the survivor: orders, prescriptions, results, documents. */
export function absorbEhr(state: EhrState, held: EhrState): EhrState {
  return {
    ...state,
    orders: [...held.orders, ...state.orders],
    prescriptions: [...held.prescriptions, ...state.prescriptions],
    reports: [...held.reports, ...state.reports],
    documents: [...held.documents, ...state.documents],
    appointments: [...held.appointments, ...state.appointments],
    charges: [...held.charges, ...state.charges],
  };
}

export function isEhrState(held: object): held is EhrState {
  return 'prescriptions' in held && 'reports' in held && 'care' in held;
}
