import { defineFault } from './definition.js';
import { editField } from './edit-bytes.js';
import { choice } from './parameter.js';
import { onReply } from './reply-fault.js';

const FORMS = {
  'no-msa': (reply: Buffer) => Buffer.from(reply.toString('latin1').replace(/\rMSA[^\r]*/, ''), 'latin1'),
  'unknown-code': (reply: Buffer) => editField(reply, 'MSA', 1, () => 'XX'),
  broken: () => Buffer.from('MSH|^~'),
  xml: () => Buffer.from('<?xml version="1.0"?><ACK xmlns="urn:hl7-org:v2xml"><MSA><MSA.1>AA</MSA.1></MSA></ACK>'),
  html: () => Buffer.from('<html><body><h1>502 Bad Gateway</h1></body></html>'),
} as const;

/** R13: something that is no acknowledgment comes in its place. It must never count as success. */
export const ackContent = defineFault({
  name: 'ack-content',
  says: 'the reply has no MSA, an unknown code, or is broken, XML or an HTML page',
  parameters: { variant: choice(['no-msa', 'unknown-code', 'broken', 'xml', 'html'], 'what comes in its place') },
  make: ({ variant }) => onReply('ack-content', (reply, plan) => ({ ...plan, send: FORMS[variant](reply) })),
});
