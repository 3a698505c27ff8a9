import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { Handler, Intake } from '../exchange/receive.js';
import type { EhrState } from './ehr-state.js';
import type { EhrOptions } from './options.js';
import { receiveAppointment } from './receive/appointments.js';
import { receiveCharges } from './receive/charges.js';
import { receiveDocument } from './receive/documents.js';
import { receiveAnswer, receiveOrderNews } from './receive/order-news.js';
import { receiveDispense, receiveDoseAnswer, receiveEncoded, receiveMedicationAnswer } from './receive/pharmacy.js';
import { receiveResults } from './receive/results.js';

const ORDER_ANSWERS = ['ORR^O02', 'ORL^O22', 'ORG^O20', 'ORI^O24'];
/** Before 2.4 the events of pharmacy messages were O01 and O02. */
const DOSE_ANSWERS = ['RRA^O18', 'RRA^O02'];
const SCHEDULING = ['SIU^S12', 'SIU^S13', 'SIU^S14', 'SIU^S15', 'SIU^S26'];
const DOCUMENTS = ['MDM^T02', 'MDM^T08', 'MDM^T10', 'MDM^T11'];

const ANSWERS: Readonly<Record<string, Handler<EhrState>>> = {
  ...same(ORDER_ANSWERS, receiveAnswer),
  ...same(['ORP^O10'], receiveMedicationAnswer),
  ...same(DOSE_ANSWERS, receiveDoseAnswer),
};

/** All that the EHR accepts, and what it does about it. */
export function ehrIntake(options: EhrOptions): Intake<EhrState> {
  const orderNews: Handler<EhrState> = (state, message, tools) => receiveOrderNews(state, message, tools, options);
  return {
    mergedNumbers: options.mergedNumbers,
    withoutPatient: new Set(Object.keys(ANSWERS)),
    handlers: {
      ...ANSWERS,
      ...same(['ORM^O01', 'OML^O21', 'OMG^O19', 'OMI^O23'], orderNews),
      'ORU^R01': (state, message, tools) => receiveResults(state, message, tools, options),
      ...same(['RDE^O11', 'RDE^O01'], receiveEncoded),
      ...same(['RDS^O13', 'RDS^O01'], receiveDispense),
      ...same(SCHEDULING, receiveAppointment),
      ...same(DOCUMENTS, receiveDocument),
      'DFT^P03': receiveCharges,
    },
  };
}

/** What an answer on the connection of our own request tells. */
export function readReply(state: EhrState, reply: Message, tools: SimulatorTools): Step<EhrState> {
  const { code, trigger } = reply.type;
  const type = `${code}^${trigger}`;
  const { state: after, effects = [] } = ANSWERS[type]?.(state, reply, tools) ?? { state };
  return { state: after, effects };
}

function same(types: readonly string[], handler: Handler<EhrState>): Readonly<Record<string, Handler<EhrState>>> {
  return Object.fromEntries(types.map((type) => [type, handler]));
}
