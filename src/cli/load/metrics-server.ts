import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopback } from '../../config/target.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Tells Prometheus, while a load runs, how it goes. */
export interface MetricsServer {
  /** `http://127.0.0.1:9100/metrics` */
  readonly url: string;
  /** False where other machines can read it too, which the user should be told. */
  readonly isLoopback: boolean;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Serves what `text` gives at `/metrics`. `address` is a port, which is opened on this machine alone, or `host:port`; port 0
 * takes a free one. Throws OperatorError for a wrong address and a port that cannot be opened.
 */
export async function openMetrics(address: string, text: () => string): Promise<MetricsServer> {
  const { host, port } = hostAndPort(address);
  const server = createServer((request, response) => answer(request, response, text));
  await listen(server, host, port, address);
  server.unref();
  const place = server.address();
  const opened = typeof place === 'object' && place !== null ? place.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${opened}/metrics`,
    isLoopback: isLoopback(host),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function hostAndPort(address: string): { readonly host: string; readonly port: number } {
  const [, v6, name, digits] = /^(?:(?:\[([^\]]+)\]|([^:[\]/]+)):)?(\d{1,5})$/.exec(address.trim()) ?? [];
  const port = Number(digits);
  if (digits !== undefined && port <= 65_535) return { host: v6 ?? name ?? LOOPBACK, port };
  const remedy = 'write a port, as 9100, or host and port, as 127.0.0.1:9100';
  throw new OperatorError(EXIT.usage, `--metrics: "${address}" is no address`, remedy);
}

function listen(server: Server, host: string, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const what = `--metrics: ${address} cannot be opened (${error.code ?? error.message})`;
      reject(new OperatorError(EXIT.infrastructure, what, 'choose another port; 0 takes a free one', error));
    });
    server.listen(port, host, resolve);
  });
}

function answer(request: IncomingMessage, response: ServerResponse, text: () => string): void {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, 'only GET\n');
  else if (path === '/metrics') send(response, 200, text());
  else send(response, 404, 'see /metrics\n');
}

function send(response: ServerResponse, status: number, body: string): void {
  const type = status === 200 ? 'text/plain; version=0.0.4; charset=utf-8' : 'text/plain; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
