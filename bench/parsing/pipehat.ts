import { type Message, parseMessage } from '../../src/index.js';
import type { Parser } from './parser.js';

export const pipehat: Parser = {
  read(bytes) {
    const message = parsed(bytes);
    return [message.get('MSH-10') ?? '', message.get('PID-5.1') ?? '', message.get('PID-3.1') ?? ''];
  },
  walk(bytes) {
    let sum = 0;
    for (const result of parsed(bytes).all('OBX')) sum += result.get('5')?.length ?? 0;
    return sum;
  },
  rewrite(bytes, controlId) {
    return parsed(bytes).with('MSH-10', controlId).serialize();
  },
};

function parsed(bytes: Buffer): Message {
  const result = parseMessage(bytes);
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}
