// Foreign clients send to our listeners: does each read our acknowledgments as they are, and did we receive what it sent?
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { interop, java, missingJvm, missingNpm, missingPython, python, versionOf } from '../systems.mjs';
import { whileListening } from './our-listener.mjs';
import { differenceOfArrived, writeMessages } from './sent-messages.mjs';

const node = (name) => ({
  name: `${name} ${versionOf(name)}`,
  missing: () => missingNpm(name),
  command: [process.execPath, `senders/${name.replace('@', '').replace('/', '-')}.mjs`],
});

const SENDERS = [
  node('simple-hl7'),
  node('@medplum/hl7'),
  node('node-hl7-client'),
  node('hl7v2-net'),
  { name: 'HAPI client', missing: missingJvm, command: java('HapiSender') },
  { name: 'python3-hl7 mllp_send', missing: missingPython, command: [python, 'python/send.py'] },
];

/** `codes`: MSA-1 for each message in order. Only `listen` keeps what it received. */
const RECEIVERS = [
  {
    name: 'listen',
    codes: ['AA', 'AA', 'AA', 'AA'],
    args: (port, saved) => ['listen', '--port', port, '--save', saved],
    keeps: true,
  },
  {
    name: 'listen --ack AR',
    codes: ['AR', 'AR', 'AR', 'AR'],
    args: (port, saved) => ['listen', '--port', port, '--save', saved, '--ack', 'AR'],
    keeps: true,
  },
  {
    name: 'simulate lis',
    codes: ['AA', 'AA', 'AA', 'AE'],
    args: (port) => ['simulate', 'lis', '--listen', port],
    keeps: false,
  },
];

/** A row for each sender and listener, with what the sender made of our acknowledgments. */
export async function compareSenders({ folder, say }) {
  const messages = writeMessages(join(folder, 'senders', 'sent'));
  const rows = [];
  for (const receiver of RECEIVERS) {
    for (const sender of SENDERS) {
      const name = `${sender.name} to ${receiver.name}`;
      const saved = join(folder, 'senders', name.replace(/[^\w.-]+/g, '-'));
      rows.push({ name, ...(await send(sender, receiver, messages, saved)) });
    }
  }
  for (const { name, texts } of rows) say(`senders: ${name}: ${texts.filter(Boolean).join(', ')}`);
  return {
    title: 'Foreign senders, our listeners',
    lead: `Each sends ${messages.length} messages, and must read the code and the control id of each acknowledgment; what it sent must have arrived. A simulated laboratory refuses the last, an admission to a visit that is open.`,
    head: ['sender and listener', 'acknowledgments that it read', 'what arrived', 'verdict'],
    rows,
  };
}

/** Each sender meets a listener that has heard of nobody: the patient is admitted anew. */
async function send(sender, receiver, messages, saved) {
  const reason = sender.missing();
  if (reason) return { grade: 'untestable', texts: ['', '', reason] };
  rmSync(saved, { recursive: true, force: true });
  mkdirSync(saved, { recursive: true });
  const told = await whileListening(
    (port) => receiver.args(port, saved),
    (port) => acknowledgmentsOf(sender, port, messages),
  );
  if (told.trouble) return { grade: 'failed', texts: ['', '', told.trouble] };
  const wrong = receiver.keeps ? differenceOfArrived(messages, saved) : undefined;
  const isRight = areExpected(told.read, messages, receiver.codes);
  return {
    grade: isRight && wrong === undefined ? 'ok' : 'failed',
    texts: [
      told.read.map(({ code, controlId }) => `${code} ${controlId}`).join(', '),
      receiver.keeps ? (wrong ?? `${messages.length} messages as they were sent`) : 'not kept',
      !isRight ? 'not accepted' : wrong ? 'accepted, but sent otherwise' : 'accepted',
    ],
  };
}

function areExpected(read, messages, codes) {
  const isRight = ({ code, controlId }, n) => code === codes[n] && controlId === messages[n]?.controlId;
  return read.length === messages.length && read.every(isRight);
}

function acknowledgmentsOf({ command: [program, ...args] }, port, messages) {
  const files = messages.map(({ file }) => file);
  const { error, status, signal, stdout, stderr } = spawnSync(program, [...args, '--port', port, '--files', ...files], {
    cwd: interop,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error) return { trouble: `could not be run: ${error.message}` };
  if (status === 0) return { read: JSON.parse(stdout.trim().split('\n').at(-1)) };
  return { trouble: `ended with ${signal ?? status}: ${troubleIn(stderr)}` };
}

/** The error itself, where a trace of calls stands around it. */
function troubleIn(said) {
  const lines = said.trim().split('\n');
  return lines.findLast((line) => /^\w*(Error|Exception)\b/.test(line)) ?? lines.slice(-3).join(' ');
}
