import { Message } from 'node-hl7-client';
import type { Parser } from './parser.js';

export const nodeHl7Client: Parser = {
  read(bytes) {
    const message = new Message({ text: bytes.toString() });
    return [message.get('MSH.10').toString(), message.get('PID.5.1').toString(), message.get('PID.3.1').toString()];
  },
  walk(bytes) {
    let sum = 0;
    const results = new Message({ text: bytes.toString() }).get('OBX');
    results.forEach((result) => {
      sum += result.get('5').toString().length;
    });
    return sum;
  },
  rewrite(bytes, controlId) {
    const message = new Message({ text: bytes.toString() });
    message.set('MSH.10', controlId);
    return Buffer.from(message.toString());
  },
};
