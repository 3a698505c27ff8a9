import type { Message } from '../../../src/hl7/message.js';
import type { Segment } from '../../../src/hl7/segment.js';
import { alert } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { refusal, unknownKey } from '../../exchange/refusal.js';
import { sameNumber } from '../../read/numbers.js';
import { coded, entityIdentifier, valued } from '../../read/values.js';
import type { EhrState } from '../ehr-state.js';
import type { FiledCharge } from '../filed-items.js';

/** DFT^P03: a service is charged once, whatever number of messages says so. */
export function receiveCharges(state: EhrState, message: Message): Received<EhrState> {
  if (state.care.patient === undefined)
    return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const charges = message.all('FT1').map(readCharge);
  if (charges.length === 0)
    return { state, refusal: refusal('100', 'FT1 is required', { segment: 'FT1', sequence: 1 }) };
  const fresh = charges.filter((charge) => !state.charges.some((filed) => isSame(filed, charge)));
  const effects = fresh.length < charges.length ? [alert('a service was charged twice; counted once')] : [];
  return { state: { ...state, charges: [...state.charges, ...fresh] }, effects };
}

function readCharge(ft1: Segment): FiledCharge {
  const filler = entityIdentifier(ft1, '23');
  return {
    transactionId: valued(ft1, '2') ?? '',
    type: valued(ft1, '6') ?? '',
    code: coded(ft1, '7') ?? { code: '', text: '', system: '' },
    quantity: valued(ft1, '10') ?? '1',
    ...(filler && { filler }),
  };
}

/** By the transaction id, or by what was charged for which order: a credit is not a second charge. */
function isSame(a: FiledCharge, b: FiledCharge): boolean {
  if (a.transactionId !== '' && a.transactionId === b.transactionId) return true;
  return a.type === b.type && a.code.code === b.code.code && sameNumber(a.filler, b.filler);
}
