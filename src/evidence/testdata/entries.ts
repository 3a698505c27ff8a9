import type { Direction } from '../exchange.js';
import type { Finding } from '../finding.js';
import type { JournalEntry, RunManifest } from '../journal-entry.js';
import type { Verdict } from '../verdict.js';

/** Entries of a small journal, for the tests of this room. */
export function manifest(change: Partial<RunManifest> = {}): RunManifest {
  return {
    run: 'r1',
    startedAt: '2024-05-02T08:00:00.000Z',
    pipehat: '0.1.0',
    node: 'v20.19.0',
    platform: 'linux x64',
    cucumber: '12.9.0',
    environment: 'test',
    sut: { name: 'An engine', version: '3.2', role: 'engine', addresses: ['127.0.0.1:2575'] },
    seed: '7',
    clock: '2024-05-02T08:00:00Z',
    timeScale: 1,
    links: [{ name: 'ehr>sut', from: 'ehr', to: 'sut', address: '127.0.0.1:2575', tls: false }],
    hashes: {},
    requirements: {},
    command: 'pipehat test',
    ...change,
  };
}

export function scenarioStarted(scenario: string, steps: readonly string[], tags: readonly string[] = []): JournalEntry {
  return {
    kind: 'scenario-started',
    scenario,
    feature: 'A feature',
    uri: 'features/a.feature',
    line: 3,
    name: `Scenario ${scenario}`,
    tags,
    steps: steps.map((text, index) => ({ keyword: 'When ', text, line: 4 + index })),
    at: '2024-05-02T08:00:01.000Z',
  };
}

export function scenarioFinished(scenario: string, verdict: Verdict): JournalEntry {
  return { kind: 'scenario-finished', scenario, verdict, durationMs: 12, at: '2024-05-02T08:00:02.000Z' };
}

export function adt(controlId: string, type = 'ADT^A01^ADT_A01'): string {
  return `MSH|^~\\&|EHR|HOSP|SUT|HOSP|20240502080000||${type}|${controlId}|T|2.5.1\rEVN||20240502080000\rPID|1||4711^^^HOSP^MR\r`;
}

export function message(
  exchange: string,
  direction: Direction,
  link: string,
  text: string,
  scenario?: string,
): JournalEntry {
  const raw = Buffer.from(text).toString('base64');
  const at = '2024-05-02T08:00:01.500Z';
  return { kind: 'message', exchange, ...(scenario ? { scenario } : {}), direction, link, raw, at, faults: [] };
}

export function reply(
  exchange: string,
  code: string,
  controlId: string,
  more = '',
  stage: 'accept' | 'application' = 'accept',
): JournalEntry {
  const header = `MSH|^~\\&|SUT|HOSP|EHR|HOSP|20240502080001||ACK^A01^ACK|K${exchange}|T|2.5.1`;
  const raw = Buffer.from(`${header}\rMSA|${code}|${controlId}\r${more}`).toString('base64');
  return { kind: 'reply', exchange, stage, raw, at: '2024-05-02T08:00:01.510Z', afterMs: 10 };
}

export function finding(code: string): Finding {
  return { section: 'workflow', classification: 'Error', category: 'Workflow', code, message: `finding ${code}` };
}
