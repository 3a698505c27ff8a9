// Foreign clients send to our listeners: does each accept our acknowledgments, and did we receive what it sent?
import { spawn, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { interop, java, missingJvm, missingPython, pipehat, python, root, versionOf } from '../systems.mjs';

const sent = ['adt-a01.2.5.1', 'orm-o01.2.5.1', 'adt-a08.2.3.1'].map((name) =>
  join(root, 'src', 'messages', 'testdata', `${name}.hl7`),
);

const node = (name) => ({
  name: `${name} ${versionOf(name)}`,
  missing: () => undefined,
  command: [process.execPath, `senders/${name.replace('@', '').replace('/', '-')}.mjs`],
});

const SENDERS = [
  node('simple-hl7'),
  node('@medplum/hl7'),
  node('node-hl7-client'),
  { name: 'HAPI client', missing: missingJvm, command: java('HapiSender') },
  { name: 'python3-hl7 mllp_send', missing: missingPython, command: [python, 'python/send.py'] },
];

const RECEIVERS = [
  { name: 'listen', args: (port) => ['listen', '--port', port] },
  { name: 'simulate lis', args: (port) => ['simulate', 'lis', '--listen', port] },
];

/** A row for each sender, with what it made of our acknowledgments. */
export async function compareSenders({ say }) {
  const rows = [];
  for (const receiver of RECEIVERS) {
    for (const sender of SENDERS)
      rows.push({ name: `${sender.name} to ${receiver.name}`, ...(await send(sender, receiver)) });
  }
  for (const { name, texts } of rows) say(`senders: ${name}: ${texts.join(', ')}`);
  return {
    title: 'Foreign senders, our listeners',
    lead: `Each sends ${sent.length} messages to pipehat listen and to a simulated laboratory, and must read AA under the control id of each.`,
    head: ['sender and listener', 'acknowledgments that it read', 'verdict'],
    rows,
  };
}

/** Each sender meets a listener that has heard of nobody: the patient is admitted anew. */
async function send(sender, receiver) {
  const reason = sender.missing();
  if (reason) return { grade: 'untestable', texts: ['', reason] };
  const port = `${await freePort()}`;
  const child = spawn(process.execPath, [pipehat, ...receiver.args(port)], { stdio: 'ignore', cwd: interop });
  await listening(Number(port));
  const outcome = outcomeOf(sender, port);
  child.kill();
  return outcome;
}

function outcomeOf({ command: [program, ...args] }, port) {
  const { status, stdout, stderr } = spawnSync(program, [...args, '--port', port, '--files', ...sent], {
    cwd: interop,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0)
    return { grade: 'failed', texts: ['', `ended with ${status}: ${stderr.trim().split('\n').slice(-3).join(' ')}`] };
  const read = JSON.parse(stdout.trim().split('\n').at(-1));
  const isRight =
    read.length === sent.length && read.every(({ code, controlId }) => code === 'AA' && controlId === 'PH0000000001');
  return {
    grade: isRight ? 'ok' : 'failed',
    texts: [
      read.map(({ code, controlId }) => `${code} ${controlId}`).join(', '),
      isRight ? 'accepted' : 'not accepted',
    ],
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function listening(port) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => socket.end(() => resolve(true)));
      socket.on('error', () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`our listener did not come up on ${port}`);
}
