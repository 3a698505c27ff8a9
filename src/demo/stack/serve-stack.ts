import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { bindLoopbackOnly } from './loopback.js';
import { relay } from './relay.js';

/** As much of node-hl7-server 2 as is used here. */
interface NodeHl7Server {
  readonly Server: new (options: {
    readonly bindAddress: string;
  }) => {
    createInbound(options: { readonly port: number }, handler: Handler): NodeJS.EventEmitter;
  };
}
type Handler = (request: Request, response: Response) => Promise<void>;
interface Request {
  getMessage(): { toString(): string };
}
interface Response {
  sendResponse(code: string): Promise<void>;
}

/**
 * The inbound side of somebody else's package before a demo engine, in a process of its own until the process that started it ends
 * or stops it: what the package reads is handed to the engine, and it acknowledges with the engine's code. Resolves to an exit code.
 */
export async function serveStack(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      module: { type: 'string', default: '' },
      engine: { type: 'string', default: '' },
      port: { type: 'string', default: '0' },
    },
  });
  bindLoopbackOnly();
  const loaded = (await import(values.module)) as NodeHl7Server & { readonly default?: NodeHl7Server };
  const { Server } = loaded.Server ? loaded : (loaded.default ?? loaded);
  const port = Number(values.port) || (await freePort());
  const inbound = new Server({ bindAddress: '127.0.0.1' }).createInbound({ port }, async (request, response) => {
    const code = await relay(Buffer.from(request.getMessage().toString()), Number(values.engine));
    if (code !== undefined) await response.sendResponse(code);
  });
  // What the package cannot read it tells here; a listener keeps that from ending the process.
  for (const event of ['data.error', 'client.error', 'error']) inbound.on(event, () => {});
  inbound.on('listen', () => process.send?.({ kind: 'ready', port }));
  return new Promise((resolve) => {
    const stop = (): void => resolve(0);
    process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop).once('message', stop);
  });
}

/** The package wants a number and takes no 0. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
