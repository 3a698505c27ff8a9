import type { Message } from '../../../src/hl7/message.js';
import { alert } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { refusal, unknownKey } from '../../exchange/refusal.js';
import { sameNumber } from '../../read/numbers.js';
import { textOf } from '../../read/order-groups.js';
import { entityIdentifier, valued } from '../../read/values.js';
import type { EhrState } from '../ehr-state.js';
import type { FiledDocument } from '../filed-items.js';

/** MDM: T02 original, T08 edit, T10 replacement, T11 cancellation. A replaced document stays in the chart, marked as such. */
export function receiveDocument(state: EhrState, message: Message): Received<EhrState> {
  const txa = message.first('TXA');
  const number = entityIdentifier(txa, '12');
  if (state.care.patient === undefined)
    return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  if (number === undefined) {
    return { state, refusal: refusal('101', 'TXA-12 is required', { segment: 'TXA', sequence: 1, field: 12 }) };
  }
  const parent = entityIdentifier(txa, '13');
  const known = state.documents.find((document) => sameNumber(document.number, number));
  const document: FiledDocument = {
    number,
    type: valued(txa, '2') ?? known?.type ?? '',
    completion: valued(txa, '17') ?? known?.completion ?? '',
    text: message.all('OBX').flatMap((obx) => textOf(obx, 5)),
    standing: 'current',
    ...(parent && { parent }),
  };
  return file(state, message.type.trigger, document, known);
}

function file(
  state: EhrState,
  event: string,
  document: FiledDocument,
  known: FiledDocument | undefined,
): Received<EhrState> {
  const { documents } = state;
  const id = document.number.id;
  switch (event) {
    case 'T08':
      return known ? { state: { ...state, documents: swap(documents, known, document) } } : unknown(state, id);
    case 'T10': {
      const replaced = documents.map((one) =>
        sameNumber(one.number, document.parent) ? { ...one, standing: 'replaced' as const } : one,
      );
      return { state: { ...state, documents: [...replaced, document] } };
    }
    case 'T11':
      return known
        ? { state: { ...state, documents: swap(documents, known, { ...known, standing: 'cancelled' }) } }
        : unknown(state, id);
    default:
      if (known !== undefined) return { state, effects: [alert(`document ${id} came before as an original`)] };
      return { state: { ...state, documents: [...documents, document] } };
  }
}

function swap(
  documents: readonly FiledDocument[],
  known: FiledDocument,
  next: FiledDocument,
): readonly FiledDocument[] {
  return documents.map((one) => (one === known ? next : one));
}

function unknown(state: EhrState, id: string): Received<EhrState> {
  return { state, refusal: unknownKey(`document ${id} is not known`, 'TXA', 12) };
}
