import { join } from 'node:path';
import { MessageStore } from '../../src/demo/message-store.js';
import type { LoadResult } from '../../src/evidence/load-result.js';
import { OrdinalSet } from '../../src/ledger/ordinal-set.js';
import { completePlan } from '../../src/load/plan/defaults.js';
import { type LoadRun, runLoad } from '../../src/load/run/run-load.js';
import { CONTROL_ID_LENGTH, PREFIX_LENGTH } from '../../src/load/template/message-template.js';
import { type EngineProcess, startEngineProcess } from './engine-process.js';

/** Messages that go through the demo engine to a far end of ours. */
export interface Passage {
  readonly messages: number;
  /** A second. */
  readonly rate: number;
  /** Whether the engine forgets every 97th message that it has accepted. */
  readonly loses: boolean;
  readonly onSecond?: (sample: MemoryPoint, told: { readonly sent: number; readonly delivered: number }) => void;
}

/** Resident bytes at a second of the run. */
export interface MemoryPoint {
  readonly second: number;
  readonly harness: number;
  readonly engine: number | undefined;
}

export interface PassageResult {
  readonly result: LoadResult;
  /** Until the far end had everything that came. */
  readonly seconds: number;
  /** Ordinals of what the engine forgot, by its own log. */
  readonly forgotten: readonly number[];
  /** Ordinals of what the ledger says is lost: accepted and not delivered. */
  readonly lost: readonly number[];
  readonly memory: readonly MemoryPoint[];
}

/** The defect `loses-messages` forgets one of so many. */
const LOST_OF = 97;

/** Sends the messages at the rate, waits until all is delivered, and asks both the ledger and the engine's own log what is missing. */
export async function throughEngine({ messages, rate, loses, onSecond }: Passage): Promise<PassageResult> {
  let engine: EngineProcess | undefined;
  const memory: MemoryPoint[] = [];
  const startedAt = performance.now();
  const run = await runLoad(planOf(messages, rate, loses), {
    pipehat: 'bench',
    onFarEnds: async ([port = 0]) => {
      engine = await startEngineProcess(port, loses ? ['loses-messages'] : []);
      return [{ host: '127.0.0.1', port: engine.port }];
    },
    onProgress: ({ second, sent, ledger }) => {
      const point = { second, harness: process.memoryUsage.rss(), engine: engine?.rss() };
      memory.push(point);
      onSecond?.(point, { sent, delivered: ledger?.delivered ?? 0 });
    },
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  if (run.kind === 'failed' || engine === undefined) throw new Error('the far end or the engine could not start');
  try {
    await engine.stop();
    const forgotten = loses ? await forgottenOf(engine.dataDir) : [];
    return { result: run.result, seconds, forgotten, lost: lostOf(run), memory };
  } finally {
    engine.remove();
  }
}

function planOf(messages: number, rate: number, loses: boolean) {
  return completePlan({
    name: 'through the demo engine',
    arrival: {
      kind: 'open',
      spacing: 'even',
      stages: [{ kind: 'constant', rate, durationMs: (messages * 1_000) / rate }],
    },
    targets: [{ host: '127.0.0.1', port: 0 }],
    farEnds: [{ name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' }],
    connections: 32,
    // What an engine on a busy machine cannot take at once waits, and is not given up.
    acknowledgmentTimeoutMs: 120_000,
    settleMs: settleMs(messages, loses),
  });
}

/** Where something never comes, the whole time is waited: long enough for the engine to bring all the rest. */
function settleMs(messages: number, loses: boolean): number {
  return loses ? 2_000 + messages / 5 : 600_000;
}

function lostOf(run: Extract<LoadRun, { readonly kind: 'ran' }>): readonly number[] {
  const [accepted, delivered] = [new OrdinalSet(), new OrdinalSet()];
  for (const part of run.parts) accepted.addPages(part.accepted);
  for (const farEnd of run.farEnds) delivered.addPages(farEnd.pages);
  const lost: number[] = [];
  accepted.without(delivered, (ordinal) => lost.push(ordinal) > 0);
  return lost;
}

/** What the engine stored in every 97th place. */
async function forgottenOf(dataDir: string): Promise<readonly number[]> {
  const forgotten: number[] = [];
  const { store } = await MessageStore.open(join(dataDir, 'messages.log'), ({ number, raw }) => {
    if (number % LOST_OF === 0) forgotten.push(ordinalOf(raw));
  });
  await store.close();
  return forgotten.sort((a, b) => a - b);
}

function ordinalOf(raw: Buffer): number {
  const id = raw.toString('latin1', 0, 1_000).split('|')[9] ?? '';
  return Number(id.slice(PREFIX_LENGTH, CONTROL_ID_LENGTH));
}
