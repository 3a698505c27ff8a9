import { Hl7Message } from '@medplum/core';
import type { Parser } from './parser.js';

export const medplum: Parser = {
  read(bytes) {
    const message = Hl7Message.parse(bytes.toString());
    const patient = message.getSegment('PID');
    return [message.header.getComponent(10, 1), patient?.getComponent(5, 1) ?? '', patient?.getComponent(3, 1) ?? ''];
  },
  walk(bytes) {
    let sum = 0;
    for (const result of Hl7Message.parse(bytes.toString()).getAllSegments('OBX')) {
      sum += result.getComponent(5, 1).length;
    }
    return sum;
  },
  rewrite(bytes, controlId) {
    const message = Hl7Message.parse(bytes.toString());
    message.header.setField(10, controlId);
    return Buffer.from(message.toString());
  },
};
