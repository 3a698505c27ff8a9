// A parser of other people in a process of its own: messages in, one line of JSON each out.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { interop } from '../systems.mjs';

/** Calls `onReading` for each message, in order, with what the parser said of it. At most `AHEAD` messages are on their way. */
export async function readBy([program, ...args], messages, onReading) {
  const child = spawn(program, args, { cwd: interop, stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const onTheWay = [];
  const take = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended before ${onTheWay[0].name} was read`);
    onReading(onTheWay.shift(), JSON.parse(value));
  };
  for (const message of messages) {
    child.stdin.write(framed(message.bytes));
    onTheWay.push(message);
    if (onTheWay.length >= AHEAD) await take();
  }
  child.stdin.end();
  while (onTheWay.length > 0) await take();
}

const AHEAD = 64;

function framed(bytes) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
