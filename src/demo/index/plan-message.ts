import type { Message } from '../../hl7/message.js';
import { isOrderAnswer } from '../reply.js';
import { isAdmission, planAdmission } from './admissions.js';
import { isMerge, planMerge } from './merges.js';
import { planMovement } from './movements.js';
import { planAnswer, planOrders } from './ordering.js';
import { planEncodedOrder, planSupply } from './pharmacy.js';
import type { Plan } from './plan.js';
import type { RecordIndex } from './record-index.js';
import { planResults } from './reporting.js';
import { planSubjects } from './subject.js';

/** What the message would change in the index, or why it may not: by message code. */
export function planMessage(message: Message, index: RecordIndex): Plan {
  const { code, trigger } = message.type;
  if (isOrderAnswer(code)) return planAnswer(message, index);
  switch (code) {
    case 'ADT':
      return isAdmission(trigger)
        ? planAdmission(message, index)
        : isMerge(trigger)
          ? planMerge(message, index)
          : planMovement(message, index);
    case 'ORU':
    case 'OUL':
      return planResults(message, index);
    case 'RDE':
      return planEncodedOrder(message, index);
    case 'RDS':
    case 'RGV':
    case 'RAS':
      return planSupply(message, index);
    case 'MDM':
    case 'DFT':
    case 'SIU':
      return planSubjects(message, index, ['planned', 'open', 'closed', 'void']);
    default:
      return planOrders(message, index);
  }
}
