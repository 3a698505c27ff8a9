import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { ClinicalDocument } from '../../src/messages/facts.js';
import { mdmT02 } from '../../src/messages/mdm-t02.js';
import { ownEnvelope, write } from '../exchange/envelope.js';
import { alert } from '../exchange/note.js';
import { ownNumber } from '../exchange/number.js';
import { aboutOrder, numberOf } from '../filler/tell.js';
import type { ImagingOrder, RisState } from './ris-state.js';

/** MDM^T02 with the report: dictated or authenticated (TXA-17), each version a document of its own number. */
export function tellDocument(
  state: RisState,
  order: ImagingOrder,
  as: 'preliminary' | 'final',
  tools: SimulatorTools,
): readonly Effect[] {
  const about = aboutOrder(state, order);
  if (about?.visit === undefined) return [alert('a document needs a visit (PV1); none is known')];
  const { echo, patient, visit } = about;
  const { placer, filler } = order.order.numbers;
  const document: ClinicalDocument = {
    type: 'DI',
    presentation: 'TEXT',
    activityAt: order.order.collectedAt ?? tools.now,
    ...(order.interpreter && { performedBy: order.interpreter, originator: order.interpreter }),
    ...(as === 'final' && { transcribedAt: tools.now }),
    number: ownNumber(tools, 'document', numberOf(order), as),
    ...(placer && { placer }),
    ...(filler && { filler }),
    completion: as === 'final' ? 'AU' : 'DI',
    availability: 'AV',
    ...(as === 'final' && order.interpreter && { authentication: { by: order.interpreter, at: tools.now } }),
    content: order.observations,
  };
  const envelope = ownEnvelope(tools, state, ['MDM', numberOf(order), order.sent]);
  const message = write(envelope, state, (header) => mdmT02(header, { patient, visit, document }), echo);
  return [{ kind: 'send', message }];
}
