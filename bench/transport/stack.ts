import type { Server } from 'node:net';

/** One way to carry messages over MLLP, as its documentation says it is used. Addresses are loopback. */
export interface Stack {
  /** Starts a server that answers every message with AA; its port. */
  serve(): Promise<number>;
  /** Turns the payloads, none of which share a control id, into what the client wants to be given, ahead of the measurement. */
  prepare(payloads: readonly Buffer[]): Dial;
}

/** Makes one connection. `lost` is told why nothing more is to be expected of it. */
export type Dial = (port: number, lost: (reason: string) => void) => Promise<Line>;

export interface Line {
  /** Sends the payload with this index, 0-based; `answered` is called once MSA-1 of its acknowledgment was seen to be AA. */
  send(payload: number, answered: () => void): void;
  close(): void;
}

export const HOST = '127.0.0.1';

/** What every client does with MSA-1, the bare ping-pong excepted. */
export function accepted(code: string | undefined, answered: () => void, lost: (reason: string) => void): void {
  if (code === 'AA') answered();
  else lost(`acknowledged with ${code ?? 'nothing'}`);
}

/** The port that the system chose, once the server listens. */
export function listeningPort(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
