import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { EntityIdentifier, MedicationOrder } from '../../../src/messages/facts.js';
import { ompO09 } from '../../../src/messages/omp-o09.js';
import type { Provider, Visit } from '../../../src/population/facts.js';
import { findVisit } from '../../care/care-record.js';
import { ownEnvelope, write } from '../../exchange/envelope.js';
import { alert } from '../../exchange/note.js';
import { ownNumber } from '../../exchange/number.js';
import { routeTo } from '../../exchange/route.js';
import { UNKNOWN_PROVIDER } from '../../read/values.js';
import type { MedicationCommand, NewPrescription } from '../commands.js';
import type { EhrState, Prescription } from '../ehr-state.js';

type Prescribe = Extract<MedicationCommand, { readonly kind: 'prescribe' }>;

/** OMP^O09 NW: one ORC group a medicine. */
export function prescribe(state: EhrState, command: Prescribe, tools: SimulatorTools): Step<EhrState> {
  const { patient } = state.care;
  if (patient === undefined) return { state, effects: [alert('prescribe refused: the patient is not known')] };
  const visit = findVisit(state.care, command.visit)?.visit;
  const orders = newOrders(state, command, tools, visit);
  const placed = orders.map((order) => newlyPrescribed(order, visit, tools.now));
  const numbers = placed.map(({ number }) => number);
  const envelope = ownEnvelope(tools, state, ['NW', ...numbers.map(({ id }) => id)], command.by);
  const message = write(envelope, state, (header) => ompO09(header, { patient, orders, ...(visit && { visit }) }));
  return {
    state: { ...state, prescriptions: [...state.prescriptions, ...placed], numbered: state.numbered + orders.length },
    effects: [{ kind: 'send', message }, ...numbers.map((number) => routeTo(state.key, number))],
  };
}

function newOrders(
  state: EhrState,
  command: Prescribe,
  tools: SimulatorTools,
  visit: Visit | undefined,
): readonly MedicationOrder[] {
  const orderedBy = command.orderedBy ?? visit?.attending ?? UNKNOWN_PROVIDER;
  const many = command.prescriptions.length > 1;
  const group = many ? ownNumber(tools, 'group', state.key, state.numbered) : undefined;
  return command.prescriptions.map((wanted, index) => {
    const number = wanted.number ?? ownNumber(tools, 'placer', state.key, state.numbered + index);
    return describePrescription(wanted, number, group, orderedBy, tools.now);
  });
}

/** The facts of a new prescription: dose, unit and frequency are the drug's where nothing else is said. */
export function describePrescription(
  wanted: NewPrescription,
  placer: EntityIdentifier,
  group: EntityIdentifier | undefined,
  orderedBy: Provider,
  enteredAt: Date,
): MedicationOrder {
  const { number: _number, priority = 'R', drug, ...facts } = wanted;
  const [repeatPattern] = drug.frequencies;
  return {
    drug,
    amountMin: drug.dose,
    unit: drug.doseUnit,
    startAt: enteredAt,
    ...(repeatPattern !== undefined && { repeatPattern }),
    ...facts,
    control: 'NW',
    numbers: { placer, ...(group && { group }) },
    priority,
    enteredAt,
    orderedBy,
  };
}

export function newlyPrescribed(order: MedicationOrder, visit: Visit | undefined, at: Date): Prescription {
  return {
    order,
    number: order.numbers.placer ?? { id: '', namespace: '' },
    ...(visit && { visit: visit.number }),
    state: 'placed',
    history: [{ state: 'placed', at, control: order.control }],
    accepted: false,
    dispenses: [],
    administrations: [],
    sent: 0,
  };
}
