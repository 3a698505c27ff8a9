import { afterEach, describe, expect, it } from 'vitest';
import { prometheusText } from '../../../reports/load/prometheus.js';
import { progressAt } from '../../load/live/testdata/progress.js';
import { OperatorError } from '../operator-error.js';
import { type MetricsServer, openMetrics } from './metrics-server.js';

let open: MetricsServer[] = [];

async function opened(address: string, text = () => 'up 1\n'): Promise<MetricsServer> {
  const server = await openMetrics(address, text);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

describe('the metrics of a running load', () => {
  it('are told as they are at the moment of asking, in the form that Prometheus reads', async () => {
    let second = 7;
    const { url } = await opened('127.0.0.1:0', () => prometheusText('evening peak', progressAt(second)));
    const first = await fetch(url);
    expect(first.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await first.text()).toContain('pipehat_load_elapsed_seconds{run="evening peak"} 7\n');
    second = 8;
    expect(await (await fetch(url)).text()).toContain('pipehat_load_elapsed_seconds{run="evening peak"} 8\n');
  });

  it('are open to this machine alone unless a host is named', async () => {
    const plain = await opened('0');
    expect(plain).toMatchObject({
      isLoopback: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/),
    });
    expect((await opened('0.0.0.0:0')).isLoopback).toBe(false);
  });

  it('are all that there is', async () => {
    const { url } = await opened('0');
    expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  it('end with the run', async () => {
    const { url, close } = await openMetrics('0', () => '');
    await fetch(url);
    await close();
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each(['', 'localhost', '127.0.0.1:70000', ':9100', 'http://127.0.0.1:9100', '::1:9100', '-1'])(
    'refuse the address "%s"',
    async (address) => {
      await expect(openMetrics(address, () => '')).rejects.toMatchObject({ exitCode: 2, remedy: expect.any(String) });
    },
  );

  it('say that a port is taken', async () => {
    const { url } = await opened('0');
    const taken = `127.0.0.1:${new URL(url).port}`;
    const refused = await openMetrics(taken, () => '').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OperatorError);
    expect(refused).toMatchObject({ exitCode: 3, message: expect.stringContaining('EADDRINUSE') });
  });
});
