import { connect, type Socket } from 'node:net';
import { type Rng, rng } from '../../base/rng.js';
import { update } from './far-end.js';
import { bytes, framed } from './fuzz-sut.js';

const DEEDS = ['valid', 'valid in pieces', 'several', 'mutated', 'garbage', 'half and end', 'half and reset', 'nothing', 'no reading'] as const;
type Deed = (typeof DEEDS)[number];

/**
 * A system under test that calls a listener and does something else on every connection, the same for the same seed. Resolves when
 * the connection is gone. Throws where a message that was whole, on a connection that stayed, was not answered.
 */
export async function callMadly(port: number, seed: string, ordinal: number): Promise<void> {
  const random = rng(seed, 'call', ordinal);
  const deed = random.pick(DEEDS);
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let heard = '';
  socket.on('error', () => {});
  const ids = Array.from({ length: deed === 'several' ? 5 : 1 }, (_, n) => `s1-${seed}-${ordinal}-${n}`);
  const answered = new Promise<void>((resolve) => {
    if (deed !== 'no reading') {
      socket.on('data', (chunk) => {
        heard += chunk.toString('latin1');
        if (ids.every((id) => heard.includes(`MSA|AA|${id}\r`))) resolve();
      });
    }
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  const whole = ids.map((id) => framed(update(id).serialize().toString('latin1')));
  const isAnswered = perform(deed, socket, Buffer.concat(whole), random);
  if (isAnswered) {
    await Promise.race([
      answered,
      gone.then(() => Promise.reject(new Error(`${seed}: "${deed}" was not answered, but ${JSON.stringify(heard)}`))),
    ]);
    socket.end();
  }
  await gone;
}

/** True where what was sent has to be answered. */
function perform(deed: Deed, socket: Socket, whole: Buffer, random: Rng): boolean {
  const half = whole.subarray(0, random.integer(1, whole.length - 2));
  const leave = (): void => void socket.resetAndDestroy();
  switch (deed) {
    case 'valid':
    case 'several':
      socket.write(whole);
      return true;
    case 'valid in pieces':
      for (let at = 0; at < whole.length; at += 7) socket.write(whole.subarray(at, at + 7));
      return true;
    case 'mutated':
      socket.write(mutated(whole, random), leave);
      return false;
    case 'garbage':
      socket.write(bytes(random), leave);
      return false;
    case 'half and end':
      socket.end(half, () => socket.destroySoon());
      return false;
    case 'half and reset':
      socket.write(half, leave);
      return false;
    case 'nothing':
      socket.end();
      return false;
    case 'no reading':
      socket.write(whole, leave);
      return false;
  }
}

function mutated(whole: Buffer, random: Rng): Buffer {
  const copy = Buffer.from(whole);
  for (let n = random.integer(1, 8); n > 0; n--) copy[random.integer(1, copy.length - 1)] = random.integer(0, 255);
  return copy;
}
