import { Parser as HL7Parser, type Message } from 'simple-hl7';
import type { Parser } from './parser.js';

/** It counts the fields of a header from MSH-3. */
const CONTROL_ID = 8;

export const simpleHl7: Parser = {
  read(bytes) {
    const message = parsed(bytes);
    const patient = message.getSegment('PID');
    return [message.header.getField(CONTROL_ID), patient?.getComponent(5, 1) ?? '', patient?.getComponent(3, 1) ?? ''];
  },
  walk(bytes) {
    let sum = 0;
    for (const result of parsed(bytes).getSegments('OBX')) sum += result.getField(5).length;
    return sum;
  },
  rewrite(bytes, controlId) {
    const message = parsed(bytes);
    message.header.setField(CONTROL_ID, controlId);
    return Buffer.from(message.toString());
  },
};

function parsed(bytes: Buffer): Message {
  return new HL7Parser().parse(bytes.toString());
}
