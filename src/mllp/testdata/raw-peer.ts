import net, { type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A bare TCP client: what other people's systems do to a listener. */
export class RawPeer {
  readonly socket: Socket;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  readonly #waiting = new Set<() => void>();
  #over: 'no' | 'ended' | 'reset' = 'no';
  /** Resolves when the socket is gone on this side too. */
  readonly gone: Promise<void>;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      this.#notify();
    });
    socket.on('end', () => this.#end('ended'));
    socket.on('error', () => this.#end('reset'));
    this.gone = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async connect(port: number): Promise<RawPeer> {
    const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const peer = new RawPeer(socket);
    onTestFinished(() => {
      socket.destroy();
      return peer.gone;
    });
    await new Promise((resolve) => {
      socket.once('connect', resolve);
      socket.once('close', resolve);
    });
    return peer;
  }

  get received(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  send(text: string): void {
    this.socket.write(Buffer.from(text, 'latin1'));
  }

  /** The first `count` bytes, once there are so many. */
  async bytes(count: number): Promise<string> {
    await this.#until(() => this.#length >= count);
    return this.received.subarray(0, count).toString('latin1');
  }

  /** How the other side ended the connection. */
  async over(): Promise<'ended' | 'reset'> {
    await this.#until(() => this.#over !== 'no');
    return this.#over === 'reset' ? 'reset' : 'ended';
  }

  #end(how: 'ended' | 'reset'): void {
    if (this.#over === 'no') this.#over = how;
    this.#notify();
  }

  #until(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!isTrue()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  #notify(): void {
    for (const check of [...this.#waiting]) check();
  }
}
