import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { demoConfig } from './demo.js';

it('lets Pipehat play all four actors around an engine on this machine', () => {
  const { environment } = demoConfig({ folder: '.', features: [], inbound: { ehr: 6661 } });
  expect(Object.keys(environment.actors)).toEqual(['ehr', 'lis', 'ris', 'pharmacy']);
  expect(environment.actors.ehr?.send).toEqual({ host: '127.0.0.1', port: 6661, tls: false });
  expect(environment.actors.lis?.send?.port).toBe(0);
  expect(environment).toMatchObject({ role: 'engine', processingId: 'T' });
});

it('waits at least a real second for what the engine owes, however short the scenario makes time', () => {
  const { environment } = demoConfig({ folder: '.', features: [] });
  expect(environment.timeScale).toBeLessThan(0.1);
  for (const nominal of [
    environment.actors.ehr?.acknowledgment.send.timeoutMs ?? 0,
    environment.timeouts.expectationMs,
  ]) {
    expect(nominal * environment.timeScale).toBeGreaterThanOrEqual(1_000);
  }
});

it('puts results under the folder', () => {
  expect(demoConfig({ folder: 'here', features: [] }).results).toBe(resolve('here', 'results'));
});
