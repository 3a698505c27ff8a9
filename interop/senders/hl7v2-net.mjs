// hl7v2-net: its client waits for the acknowledgment of each message before it sends the next.
import { HL7Message } from 'hl7v2';
import { Hl7Client } from 'hl7v2-net';
import { port, tell, texts } from './told.mjs';

const client = Hl7Client.createClient({ host: '127.0.0.1', port });
const acknowledged = [];

await client.connect();
for (const text of texts) {
  const reply = await Promise.race([client.sendMessageWaitAck(HL7Message.parse(text)), silence()]);
  const msa = reply.getSegment('MSA');
  acknowledged.push({ code: String(msa.field(1).getValue()), controlId: String(msa.field(2).getValue()) });
}
tell(acknowledged);

/** It would wait without end for what it takes as an acknowledgment. */
function silence() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('it took nothing for an acknowledgment within 10 s')), 10_000).unref();
  });
}
