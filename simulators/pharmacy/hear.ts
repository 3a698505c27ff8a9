import type { Effect, Step } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { alert, info } from '../exchange/note.js';
import type { Received } from '../exchange/receive.js';
import { mainNumber, readNumbers } from '../read/numbers.js';
import { readControl, readReason } from '../read/order.js';
import { readOrderGroups } from '../read/order-groups.js';
import type { PharmacyState } from './pharmacy-state.js';

/** RRE, RRD, RRG: what the ward does not take changes nothing here, but somebody has to look. */
export function receiveWardAnswer(state: PharmacyState, message: Message): Received<PharmacyState> {
  return { state, effects: refusals(message) };
}

/** The reply to a message of our own. */
export function hearReply(state: PharmacyState, sent: Message, reply: Message): Step<PharmacyState> {
  const code = reply.get('MSA-1') ?? '';
  if (code !== 'AA' && code !== 'CA') return { state, effects: [info(`${sent.controlId} was answered ${code}`)] };
  return { state, effects: refusals(reply) };
}

function refusals(answer: Message): readonly Effect[] {
  const refused = readOrderGroups(answer).filter((group) => readControl(group) === 'UA');
  return refused.map((group) => {
    const number = mainNumber(readNumbers(group))?.id ?? 'without a number';
    return alert(`the ward did not take prescription ${number}: ${readReason(group) ?? 'no reason given'}`);
  });
}
