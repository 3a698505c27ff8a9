// hl7v2-net: without a handler of ours it answers AA by itself, and AE where its parser throws.

import { HL7Server } from 'hl7v2-net';
import { port } from './loopback.mjs';

const server = HL7Server.createServer({}, {});
server.on('error', (error) => process.stderr.write(`${error}\n`));
await server.listen(port);
