// simple-hl7: one connection that is kept, the next message when the one before is acknowledged.
import hl7 from 'simple-hl7';
import { port, tell, texts } from './told.mjs';

const parser = new hl7.Parser({ segmentSeperator: '\r' });
const client = hl7.Server.createTcpClient({ host: '127.0.0.1', port, keepalive: true });
const acknowledged = [];

for (const text of texts) {
  const reply = await new Promise((resolve, reject) => {
    client.send(parser.parse(text), (error, message) => (error ? reject(error) : resolve(message)));
  });
  const msa = reply.getSegment('MSA');
  acknowledged.push({ code: String(msa.getField(1)), controlId: String(msa.getField(2)) });
}
tell(acknowledged);
