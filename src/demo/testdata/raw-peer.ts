import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** Bytes as latin1 text, so that tests can write and compare them. */
const wrap = (message: string): string => `\x0b${message}\x1c\r`;

/** A growing list that tests can wait on without polling. */
export class Inbox {
  readonly items: string[] = [];
  #waiters: (() => boolean)[] = [];

  push(item: string): void {
    this.items.push(item);
    this.#waiters = this.#waiters.filter((isDone) => !isDone());
  }

  /** Resolves when the list is as it should be. */
  async until(isEnough: (items: readonly string[]) => boolean): Promise<void> {
    if (isEnough(this.items)) return;
    await new Promise<void>((resolve) => {
      this.#waiters.push(() => {
        const isDone = isEnough(this.items);
        if (isDone) resolve();
        return isDone;
      });
    });
  }

  /** The first `count` items, when they are there. */
  async first(count: number): Promise<string[]> {
    await this.until((items) => items.length >= count);
    return this.items.slice(0, count);
  }
}

/** Cuts a byte stream of well-formed frames into messages. */
function cutter(inbox: Inbox): (chunk: Buffer) => void {
  let rest = '';
  return (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\x1c\r'); end >= 0; end = rest.indexOf('\x1c\r')) {
      inbox.push(rest.slice(rest.indexOf('\x0b') + 1, end));
      rest = rest.slice(end + 2);
    }
  };
}

/** A sender: one connection to the engine. */
export class Sender {
  readonly socket: Socket;
  readonly replies = new Inbox();
  readonly closed: Promise<void>;
  #sent = 0;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', cutter(this.replies)).on('error', () => {});
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  /** Sends a message and returns its acknowledgment. */
  async send(message: string): Promise<string> {
    const before = this.#sent++;
    this.write(wrap(message));
    const replies = await this.replies.first(before + 1);
    return replies[before] ?? '';
  }

  write(bytes: string): void {
    this.socket.write(Buffer.from(bytes, 'latin1'));
  }

  close(): void {
    this.socket.destroy();
  }
}

/** The reply of a destination: bytes to write, or what it does instead. */
export type Answer = string | 'silent' | 'reset' | 'close';

/** A destination: keeps what it is sent and answers each message, AA unless told otherwise. */
export class FarEnd {
  readonly inbox = new Inbox();
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  connections = 0;
  port = 0;
  answer: (message: string, nth: number) => Answer = (message) => ack(message, 'AA');

  static async open(): Promise<FarEnd> {
    const end = new FarEnd();
    await end.listen();
    return end;
  }

  async listen(): Promise<void> {
    this.#server = createServer((socket) => {
      this.connections++;
      this.#sockets.add(socket);
      const arrived = new Inbox();
      const cut = cutter(arrived);
      socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
      socket.on('data', (chunk: Buffer) => {
        const before = arrived.items.length;
        cut(chunk);
        for (const message of arrived.items.slice(before)) this.#reply(socket, message);
      });
    });
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address && typeof address === 'object') this.port = address.port;
  }

  /** Gone: connections are reset, new ones refused. */
  async close(): Promise<void> {
    const server = this.#server;
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  say(bytes: string): void {
    for (const socket of this.#sockets) socket.write(Buffer.from(bytes, 'latin1'));
  }

  #reply(socket: Socket, message: string): void {
    const answer = this.answer(message, this.inbox.items.length + 1);
    this.inbox.push(message);
    if (answer === 'reset') socket.resetAndDestroy();
    else if (answer === 'close') socket.end();
    else if (answer !== 'silent') socket.write(Buffer.from(wrap(answer), 'latin1'));
  }
}

/** A general acknowledgment as a destination might write it. */
export function ack(message: string, code: string, controlId = field(message, 'MSH', 10)): string {
  return `MSH|^~\\&|FAR|END|||20260101||ACK|A${controlId}|T|2.5.1\rMSA|${code}|${controlId}\r`;
}

/** Field n of the first segment `name`, as sent; MSH-1 counts as in HL7. */
export function field(message: string, name: string, n: number): string {
  const line = message.split('\r').find((text) => text.startsWith(`${name}|`)) ?? '';
  return line.split('|')[name === 'MSH' ? n - 1 : n] ?? '';
}
