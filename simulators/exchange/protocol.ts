import type { SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { isKnownVersion } from '../../src/hl7/version.js';
import { type Refusal, refusal, rejection } from './refusal.js';

/**
 * The checks of the protocol layer in the order of the standard (2.9.2 of chapter 2): type, event, processing id, version.
 * `accepted` lists `ADT^A01` and so on.
 */
export function checkProtocol(
  message: Message,
  accepted: ReadonlySet<string>,
  tools: SimulatorTools,
): Refusal | undefined {
  const { code, trigger } = message.type;
  if (!accepted.has(`${code}^${trigger}`)) return checkType(code, trigger, accepted);
  const processingId = message.get('MSH-11') ?? '';
  if (processingId !== tools.processingId) {
    return rejection('202', `processing id ${processingId || 'missing'}, expected ${tools.processingId}`, 11);
  }
  const version = message.get('MSH-12') ?? '';
  if (!isKnownVersion(version)) return rejection('203', `version ${version || 'missing'} is not supported`, 12);
  if (message.controlId === '') return refusal('101', 'MSH-10 is required', { segment: 'MSH', sequence: 1, field: 10 });
  return undefined;
}

function checkType(code: string, trigger: string, accepted: ReadonlySet<string>): Refusal {
  const known = [...accepted].some((type) => type.startsWith(`${code}^`));
  if (code !== '' && known) return rejection('201', `event ${trigger || 'missing'} of ${code} is not supported`, 9);
  return rejection('200', `message type ${code || 'missing'} is not supported`, 9);
}
