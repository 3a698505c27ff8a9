// nodehl7: frames and nothing else, so the acknowledgment is made here as its README shows, with the fields of the message.

import { createRequire } from 'node:module';
import { port } from './loopback.mjs';

// Its ES module build imports a folder, which Node refuses: only its CommonJS build can be loaded.
const { MLLPServer } = createRequire(import.meta.url)('nodehl7');

let count = 0;

const server = new MLLPServer((message, reply) =>
  reply(Buffer.from(acknowledgmentOf(message.toString('latin1')), 'latin1')),
);
server.on('error', (error) => process.stderr.write(`${error}\n`));
server.listen(port);

function acknowledgmentOf(text) {
  const field = text.startsWith('MSH') ? text[3] : '|';
  const header = (text.split('\r')[0] ?? '').split(field);
  const at = (n) => header[n - 1] ?? '';
  const now = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const parties = [at(5), at(6), at(3), at(4), now, ''];
  const split = at(2)[0] || '^';
  // As many components as the type of the message has, so that it fits the version.
  const type = ['ACK', at(9).split(split)[1] ?? '', 'ACK'].slice(0, at(9).split(split).length).join(split);
  const msh = [
    'MSH',
    at(2) || '^~\\&',
    ...parties,
    type,
    `NODEHL7-${process.pid}-${++count}`,
    at(11),
    at(12),
    '',
    '',
    '',
    '',
    '',
    at(18),
  ];
  return `${msh.join(field)}\r${['MSA', 'AA', at(10)].join(field)}\r`;
}
