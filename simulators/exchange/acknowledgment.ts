import type { SimulatorTools } from '../../src/endpoint/simulator.js';
import { acknowledge } from '../../src/hl7/acknowledgment.js';
import type { Message } from '../../src/hl7/message.js';
import type { Refusal } from './refusal.js';

/**
 * The general acknowledgment of a message: AA, or what stands against it. `occurrence` counts how often the message came
 * before, so that each acknowledgment has a control id of its own.
 */
export function generalAcknowledgment(
  trigger: Message,
  tools: SimulatorTools,
  occurrence: number,
  refusal?: Refusal,
): Message {
  return acknowledge(trigger, {
    code: refusal?.code ?? 'AA',
    application: tools.self.application,
    facility: tools.self.facility,
    controlId: replyId(trigger, tools, occurrence),
    at: tools.now,
    ...(refusal && { errors: [refusal.error], text: refusal.error.userMessage ?? '' }),
  });
}

/** MSH-10 of a reply. */
export function replyId(trigger: Message, tools: SimulatorTools, occurrence: number): string {
  return tools.mint('acknowledgment', trigger.get('MSH-3') ?? '', trigger.controlId, occurrence);
}
