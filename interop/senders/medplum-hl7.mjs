// @medplum/hl7: waits for the message that names the control id.
import { Hl7Message } from '@medplum/core';
import { Hl7Client } from '@medplum/hl7';
import { port, tell, texts } from './told.mjs';

const client = new Hl7Client({ host: '127.0.0.1', port, keepAlive: true });
const acknowledged = [];

for (const text of texts) {
  const reply = await client.sendAndWait(Hl7Message.parse(text), { timeoutMs: 10_000 });
  const msa = reply.getSegment('MSA');
  acknowledged.push({ code: String(msa.getField(1)), controlId: String(msa.getField(2)) });
}
tell(acknowledged);
