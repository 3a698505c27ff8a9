import { createServer, type Server, type Socket } from 'node:net';
import { type Rng, rng } from '../../base/rng.js';
import type { Outcome } from '../../evidence/exchange.js';

/** What a broken system does with a message, and what may rightly be said of the message then. */
const REACTIONS = {
  honest: ['acknowledged'],
  'byte by byte': ['acknowledged'],
  'junk before': ['acknowledged'],
  twice: ['acknowledged'],
  silence: ['timed-out'],
  'wrong id': ['uncorrelated', 'timed-out'],
  garbage: ['timed-out', 'bad-frame', 'uncorrelated', 'connection-lost'],
  'garbage and reset': ['bad-frame', 'connection-lost', 'timed-out', 'uncorrelated'],
  'empty frame': ['bad-frame'],
  'half a frame': ['timed-out', 'bad-frame'],
  'half a frame and end': ['bad-frame', 'connection-lost'],
  'half a frame and reset': ['bad-frame', 'connection-lost'],
  end: ['connection-lost'],
  reset: ['connection-lost'],
} as const satisfies Readonly<Record<string, readonly Outcome[]>>;
type Reaction = keyof typeof REACTIONS;

/** What the sender may read only when it has given the message up. */
const LEAVES_SOMETHING: ReadonlySet<Reaction> = new Set<Reaction>(['half a frame', 'garbage', 'wrong id', 'twice']);

const NAMES = Object.keys(REACTIONS) as Reaction[];

/** A system under test that does something else with every message, the same for the same seed. */
export class FuzzSut {
  readonly port: number;
  /** What was done with each message, by its control id. */
  readonly reactions = new Map<string, Reaction>();
  readonly #seed: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #waiting = new Map<string, () => void>();
  readonly #done = new Set<string>();
  /** Messages on connections on which something was left unfinished before. */
  readonly #soiled = new Set<string>();

  private constructor(seed: string, server: Server, port: number) {
    this.#seed = seed;
    this.#server = server;
    this.port = port;
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async open(seed: string): Promise<FuzzSut> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return new FuzzSut(seed, server, typeof address === 'object' && address ? address.port : 0);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Resolves when it has done with a message what it does. */
  reacted(controlId: string): Promise<void> {
    if (this.#done.has(controlId)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(controlId, resolve));
  }

  /** The outcomes that tell the truth about a message; behind something that was left unfinished they may also speak of that. */
  truth(controlId: string): readonly Outcome[] {
    const reaction = this.reactions.get(controlId);
    // It never came: the connection broke under it, with what the message before had left.
    if (reaction === undefined) return ['connection-lost', 'bad-frame', 'uncorrelated'];
    const outcomes: readonly Outcome[] = REACTIONS[reaction];
    // What was left behind may come when this message waits, and look like its answer.
    return this.#soiled.has(controlId) ? [...outcomes, 'bad-frame', 'uncorrelated'] : outcomes;
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let read = '';
    let isSoiled = false;
    socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
    socket.on('end', () => socket.end());
    socket.on('data', (chunk: Buffer) => {
      read += chunk.toString('latin1');
      for (let end = read.indexOf('\x1c\r'); end >= 0; end = read.indexOf('\x1c\r')) {
        isSoiled = this.#react(socket, read.slice(0, end), isSoiled);
        read = read.slice(end + 2);
      }
    });
  }

  /** Whether something is left unfinished on the connection. */
  #react(socket: Socket, message: string, isSoiled: boolean): boolean {
    const id = message.split('|')[9] ?? '';
    const random = rng(this.#seed, 'reaction', id);
    const reaction = random.pick(NAMES);
    this.reactions.set(id, reaction);
    if (isSoiled) this.#soiled.add(id);
    const acted = (): void => {
      this.#done.add(id);
      this.#waiting.get(id)?.();
      this.#waiting.delete(id);
    };
    act(reaction, socket, id, random, acted);
    return isSoiled || LEAVES_SOMETHING.has(reaction);
  }
}

function act(reaction: Reaction, socket: Socket, id: string, random: Rng, acted: () => void): void {
  const whole = framed(acknowledgment(id));
  const half = whole.subarray(0, random.integer(1, whole.length - 3));
  const reset = (): void => void socket.resetAndDestroy();
  switch (reaction) {
    case 'honest':
      return void socket.write(whole, acted);
    case 'byte by byte':
      for (const byte of whole) socket.write(Buffer.of(byte));
      return acted();
    case 'junk before':
      return void socket.write(Buffer.concat([junk(random), whole]), acted);
    case 'twice':
      return void socket.write(Buffer.concat([whole, whole]), acted);
    case 'silence':
      return acted();
    case 'wrong id':
      return void socket.write(framed(acknowledgment(`${id}-other`)), acted);
    case 'garbage':
      return void socket.write(bytes(random), acted);
    case 'garbage and reset':
      return void socket.write(bytes(random), () => (reset(), acted()));
    case 'empty frame':
      return void socket.write(Buffer.of(0x0b, 0x1c, 0x0d), acted);
    case 'half a frame':
      return void socket.write(half, acted);
    case 'half a frame and end':
      return void socket.end(half, acted);
    case 'half a frame and reset':
      return void socket.write(half, () => (reset(), acted()));
    case 'end':
      return void socket.end(acted);
    case 'reset':
      reset();
      return acted();
  }
}

function acknowledgment(id: string): string {
  return `MSH|^~\\&|SUT|X|LIS|X|20260301080001||ACK^A08|R${id}|T|2.5.1\rMSA|AA|${id}\r`;
}

export function framed(message: string): Buffer {
  return Buffer.from(`\x0b${message}\x1c\r`, 'latin1');
}

/** Any bytes, start and end blocks among them. */
export function bytes(random: Rng): Buffer {
  const telling = [0x0b, 0x1c, 0x0d, 0x06, 0x15, 0x00, 0xff];
  return Buffer.from(
    Array.from({ length: random.integer(1, 2_000) }, () => (random.chance(0.1) ? random.pick(telling) : random.integer(0, 255))),
  );
}

/** Any bytes but a start block. */
function junk(random: Rng): Buffer {
  return Buffer.from(bytes(random).map((byte) => (byte === 0x0b ? 0x20 : byte)));
}
