import type { Effect, SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { Patient } from '../../../src/population/facts.js';
import { type CareRecord, findVisit } from '../../care/care-record.js';
import { keyOfNumber } from '../../care/patient-key.js';
import { ownEnvelope, write } from '../../exchange/envelope.js';
import { surrenderOf } from '../../exchange/merge.js';
import { alert, info } from '../../exchange/note.js';
import type { AdtCommand } from '../commands.js';
import type { EhrState } from '../ehr-state.js';
import { planAdmit, planCancelAdmit, planCancelPreAdmit, planPreAdmit, planRegister } from './arrival.js';
import { planCancelDischarge, planDischarge } from './departure.js';
import { planAddPerson, planMerge, planUpdate, planUpdatePerson } from './person.js';
import type { AdtPlan, NoPlan } from './plan.js';
import { planCancelTransfer, planClassChange, planTransfer } from './stay.js';

/** Carries out an ADT command: the record changes and the message goes out, or the EHR refuses with a reason. */
export function performAdt(state: EhrState, command: AdtCommand, tools: SimulatorTools): Step<EhrState> {
  const plan = planFor(state.care, command, tools.now);
  if ('refused' in plan) return { state, effects: [alert(`${command.kind} refused: ${plan.refused}`)] };
  if (plan.illegal !== undefined && !command.force) {
    return { state, effects: [alert(`${command.kind} refused: ${plan.illegal}`)] };
  }
  const care = plan.illegal === undefined ? plan.record : state.care;
  const after = { ...state, care, sent: state.sent + 1 };
  if (command.silent) return { state: after, effects: [info(`${command.kind}: nobody is told`)] };
  const envelope = ownEnvelope(tools, state, ['ADT', plan.event, state.key, state.sent], command.by);
  const message = write(envelope, state, plan.build);
  return { state: after, effects: [{ kind: 'send', message }, ...surrender(state.key, command)] };
}

function planFor(record: CareRecord, command: AdtCommand, at: Date): AdtPlan | NoPlan {
  if (record.mergedInto !== undefined) return { refused: `the record was merged into ${record.mergedInto}` };
  switch (command.kind) {
    case 'add-person':
      return planAddPerson(record, command.patient);
    case 'update-person':
      return planUpdatePerson(record, command);
    case 'pre-admit':
      return planPreAdmit(record, command, at);
    case 'register':
      return planRegister(record, command, at);
    case 'admit':
      return planAdmit(record, command, at);
    case 'merge':
      return record.patient === undefined
        ? UNKNOWN
        : planMerge(record, record.patient, command.subsumed, command.account);
    default:
      return planForVisit(record, command, at);
  }
}

type VisitCommand = Exclude<
  AdtCommand,
  { readonly kind: 'add-person' | 'update-person' | 'pre-admit' | 'register' | 'admit' | 'merge' }
>;

const UNKNOWN: NoPlan = { refused: 'the patient is not known' };

function planForVisit(record: CareRecord, command: VisitCommand, at: Date): AdtPlan | NoPlan {
  const known = findVisit(record, command.visit);
  if (record.patient === undefined) return UNKNOWN;
  if (known === undefined) return { refused: 'the patient has no such visit' };
  const patient: Patient = record.patient;
  switch (command.kind) {
    case 'cancel-pre-admit':
      return planCancelPreAdmit(record, patient, known, command.event ?? 'A38', at);
    case 'cancel-admit':
      return planCancelAdmit(record, patient, known, at);
    case 'transfer':
      return planTransfer(record, patient, known, command.to, at);
    case 'cancel-transfer':
      return planCancelTransfer(record, patient, known, at);
    case 'update':
      return planUpdate(record, command, known, command.changes ?? {}, at);
    case 'change-class':
      return planClassChange(record, patient, known, command, at);
    case 'discharge':
      return planDischarge(record, patient, known, command.disposition, at);
    case 'cancel-discharge':
      return planCancelDischarge(record, patient, known, at);
  }
}

/** After a merge the other record is asked for what it holds: a step touches one key. */
function surrender(survivor: string, command: AdtCommand): readonly Effect[] {
  return command.kind === 'merge' ? [surrenderOf(keyOfNumber(command.subsumed), survivor)] : [];
}
