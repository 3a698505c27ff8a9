import { fold } from '../evidence/fold.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import type { RunRecord } from '../evidence/run-record.js';
import type { Message } from '../hl7/message.js';
import { messagesFor } from './specimen-stay.js';

/** A run that went to its end, one that was killed in the middle, and one whose first line is all that is left. */
export function specimenRuns(): Readonly<Record<string, RunRecord>> {
  const entries = specimenEntries();
  return {
    'a whole run': fold(entries),
    'a killed run': fold(entries.slice(0, -3), 1),
    'an empty run': fold(entries.slice(0, 1)),
  };
}

/** Texts about the patient of the specimen that may not stand where many can read them. */
export function patientValues(): readonly string[] {
  const message = admission();
  return ['PID-3.1', 'PID-5.1', 'PID-5.2', 'PID-11.1'].flatMap((path) => message.get(path) ?? []);
}

function admission(): Message {
  const [message] = messagesFor('lis');
  if (message === undefined) throw new Error('the specimen has no message');
  return message;
}

const at = (second: number): string => new Date(Date.UTC(2026, 2, 1, 8, 0, second)).toISOString();

function specimenEntries(): readonly JournalEntry[] {
  const message = admission();
  const family = message.get('PID-5.1') ?? '';
  return [
    { kind: 'run-started', manifest: MANIFEST },
    ...scenario('s1', 'An admission arrives', ['@REQ-ADT-001']),
    {
      kind: 'message',
      exchange: 'x1',
      scenario: 's1',
      direction: 'received',
      link: 'sut>lis',
      raw: base64(message.raw),
      at: at(2),
      faults: [],
    },
    { kind: 'outcome', exchange: 'x1', outcome: 'acknowledged' },
    { kind: 'step-finished', scenario: 's1', index: 0, status: 'passed', durationMs: 12 },
    { kind: 'scenario-finished', scenario: 's1', verdict: 'passed', durationMs: 40, at: at(3) },
    ...scenario('s2', 'A name survives', ['@REQ-ADT-002']),
    {
      kind: 'step-finished',
      scenario: 's2',
      index: 0,
      status: 'failed',
      durationMs: 8,
      error: `PID-5.1: expected ${family}, actual nothing`,
    },
    {
      kind: 'finding',
      scenario: 's2',
      exchange: 'x1',
      finding: {
        section: 'content',
        classification: 'Error',
        category: 'Usage',
        code: 'usage-required',
        path: 'PID[1]-5[1]',
        message: 'a name is required',
      },
    },
    {
      kind: 'scenario-finished',
      scenario: 's2',
      verdict: 'failed',
      blame: 'system under test',
      reason: `expected ${family}`,
      durationMs: 9,
      at: at(4),
    },
    ...scenario('s3', 'A tester sees it on the screen <b>&', []),
    { kind: 'confirmation', scenario: 's3', confirmation: { question: 'the patient is shown', verdict: 'pending' } },
    { kind: 'wire', link: 'sut>lis', scenario: 's3', event: 'junk', raw: base64(Buffer.from('hello')), at: at(5) },
    {
      kind: 'scenario-finished',
      scenario: 's3',
      verdict: 'pending',
      reason: 'nobody has looked',
      durationMs: 1,
      at: at(5),
    },
    { kind: 'run-finished', verdict: 'failed', interrupted: false, at: at(6) },
  ];
}

function scenario(id: string, name: string, tags: readonly string[]): readonly JournalEntry[] {
  const steps = [{ keyword: 'Then', text: 'the laboratory receives an ADT^A01', line: 4 }];
  const place = { feature: 'A stay', uri: 'features/stay.feature', line: 3 };
  return [{ kind: 'scenario-started', scenario: id, ...place, name, tags, steps, at: at(1) }];
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64');
}

const MANIFEST = {
  run: '2026-03-01T08-00-00Z',
  startedAt: at(0),
  pipehat: '0.1.0',
  node: 'v20.19.0',
  platform: 'linux x64',
  cucumber: '12.9.0',
  environment: 'test',
  sut: { name: 'An engine', role: 'engine', addresses: ['127.0.0.1:6661'] },
  seed: '1',
  clock: at(0),
  timeScale: 1,
  links: [{ name: 'sut>lis', from: 'sut', to: 'lis', address: '127.0.0.1:7002', tls: false }],
  hashes: {},
  requirements: { 'REQ-ADT-001': 'An admission arrives', 'REQ-ADT-003': 'Nobody has tried this' },
  command: 'pipehat test',
};
