// hl7v2-net: a handler that takes its time, as every application's does, and then its own acknowledgment (AA; AE where its parser throws).

import { HL7Server } from 'hl7v2-net';
import { port } from './loopback.mjs';

const server = HL7Server.createServer({}, {});
server.use(async (_request, _response) => {
  await new Promise((done) => setImmediate(done));
});
server.on('error', (error) => process.stderr.write(`${error}\n`));
await server.listen(port);
