// node-hl7-server: acknowledges everything with AA by its own response builder.

import { Server } from 'node-hl7-server';
import { port } from './loopback.mjs';

const server = new Server({ bindAddress: '127.0.0.1' });
const inbound = server.createInbound({ port }, async (_request, response) => {
  await response.sendResponse('AA');
});
inbound.on('data.error', (error) => process.stderr.write(`data.error: ${error}\n`));
inbound.on('client.error', (error) => process.stderr.write(`client.error: ${error}\n`));
