import { connect, createServer, type Socket } from 'node:net';
import { HOST, listeningPort, type Stack } from './stack.js';

const START_BLOCK = 0x0b;
const END_BLOCK = 0x1c;
const CARRIAGE_RETURN = 0x0d;

/** The same for every message, so that nothing is parsed. */
const ANSWER = framed(Buffer.from('MSH|^~\\&|LIS|LAB|EHR|WEST WING|20260301083000||ACK^A01^ACK|1|T|2.5.1\rMSA|AA|1\r'));

/** The bare ping-pong: frames over Node's sockets, counted by their end blocks, no parsing, no correlation, no error handling. */
export const net: Stack = {
  serve() {
    const server = createServer({ noDelay: true }, (socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => {
        const frames = endBlocks(chunk);
        if (frames === 1) socket.write(ANSWER);
        else if (frames > 1) socket.write(Buffer.concat(Array.from({ length: frames }, () => ANSWER)));
      });
    });
    return listeningPort(server.listen(0, HOST));
  },
  prepare(payloads) {
    const frames = payloads.map(framed);
    return async (port, lost) => {
      const socket = await connected(port);
      const waiting: (() => void)[] = [];
      socket.on('error', (error) => lost(error.message));
      socket.on('data', (chunk) => {
        for (let left = endBlocks(chunk); left > 0; left--) waiting.shift()?.();
      });
      return {
        send(payload, answered) {
          waiting.push(answered);
          socket.write(frames[payload] ?? ANSWER);
        },
        close: () => socket.destroy(),
      };
    };
  },
};

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: HOST, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function framed(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.of(START_BLOCK), payload, Buffer.of(END_BLOCK, CARRIAGE_RETURN)]);
}

function endBlocks(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(END_BLOCK); at >= 0; at = chunk.indexOf(END_BLOCK, at + 1)) count++;
  return count;
}
