// @medplum/hl7: its message builds its own acknowledgment (AA).

import { Hl7Server } from '@medplum/hl7';
import { port } from './loopback.mjs';

const server = new Hl7Server((connection) => {
  connection.addEventListener('message', ({ message }) => connection.send(message.buildAck()));
  connection.addEventListener('error', ({ error }) => process.stderr.write(`${error}\n`));
});
server.start(port);
