import { type ListenOptions, Server } from 'node:net';

/** From now on every server of this process listens on 127.0.0.1, whatever address its package asks for, or none. */
export function bindLoopbackOnly(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function onLoopback(this: Server, ...args: unknown[]): Server {
    const [first] = args;
    const port = Number(typeof first === 'object' && first !== null ? (first as ListenOptions).port : first);
    const listening = args.findLast((arg) => typeof arg === 'function') as (() => void) | undefined;
    return listen.call(this, { port, host: '127.0.0.1' }, listening);
  } as typeof listen;
}
