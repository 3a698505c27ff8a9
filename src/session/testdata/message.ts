import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';

/** A message in few words: `message('ORU^R01', 'A1', 'OBX|1|NM|||4.1')`. */
export function message(type: string, controlId: string, ...segments: readonly string[]): Message {
  const header = `MSH|^~\\&|LIS|PHGH|EHR|PHGH|20260301080000+0000||${type}|${controlId}|T|2.5.1`;
  const parsed = parseMessage(Buffer.from(`${[header, ...segments].join('\r')}\r`));
  if (parsed.kind === 'malformed') throw new Error('the specimen is malformed');
  return parsed.message;
}
