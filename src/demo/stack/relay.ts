import { connect } from 'node:net';
import { parseMessage } from '../../hl7/parse.js';
import { Framer, framed } from '../framer.js';

const MOST_BYTES = 67_108_864;

/** What the engine behind says of a message: MSA-1; undefined where it does not answer. */
export function relay(message: Buffer, enginePort: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const framer = new Framer(MOST_BYTES);
    const socket = connect(enginePort, '127.0.0.1', () => socket.write(framed(message)));
    socket.on('data', (chunk: Buffer) => {
      for (const read of framer.push(chunk)) if (read.kind === 'message') finish(codeOf(read.bytes));
    });
    const finish = (code: string | undefined): void => {
      socket.destroy();
      resolve(code);
    };
    socket.on('error', () => finish(undefined));
    socket.on('close', () => finish(undefined));
  });
}

function codeOf(reply: Buffer): string | undefined {
  const parsed = parseMessage(reply);
  return parsed.kind === 'message' ? parsed.message.get('MSA-1') : undefined;
}
