import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoControl } from '../../src/demo/control.js';
import type { DefectName } from '../../src/demo/defects.js';
import { MessageStore } from '../../src/demo/message-store.js';
import type { LoadResult } from '../../src/evidence/load-result.js';
import { OrdinalSet } from '../../src/ledger/ordinal-set.js';
import { completePlan } from '../../src/load/plan/defaults.js';
import type { LoadPlan } from '../../src/load/plan/load-plan.js';
import { type LoadRun, runLoad } from '../../src/load/run/run-load.js';
import type { SutAction, SutUndo } from '../../src/load/sut/sut-event.js';
import { CONTROL_ID_LENGTH, PREFIX_LENGTH } from '../../src/load/template/message-template.js';

/** Messages that go through the demo engine, with faults on both sides, while the engine is killed. */
export interface Ordeal {
  /** Patients a second: half of them are admitted, the other half stay, with orders, results and medicines. */
  readonly rate: number;
  readonly seconds: number;
  /** The engine is killed, and started again, when so many messages are acknowledged. */
  readonly kills: readonly number[];
  /** How long it is away each time. */
  readonly awayMs: number;
  /** How long what is missing is waited for at the end. */
  readonly settleMs: number;
  readonly seed: string;
  readonly defects: readonly DefectName[];
  readonly onSecond?: (sent: number, delivered: number, rss: number) => void;
}

export interface OrdealResult {
  readonly result: LoadResult;
  /** Accepted by the engine, and not in its own log: it cannot deliver them. */
  readonly unstored: ReadonlySet<string>;
  /** What the ledger calls lost at any far end. */
  readonly lost: ReadonlySet<string>;
  readonly accepted: number;
}

/** What senders suffer: each message that is struck is sent again, or in pieces. */
const SENDERS = [
  'reset-before-ack:wait=50ms,on=0.004',
  'duplicate-control-id:on=0.004',
  'split-at-boundary:on=0.01',
  'byte-by-byte:on=0.002',
  'cut-connection-in-frame:on=0.002',
];

/** What receivers do: the engine must send again what they did not acknowledge, and set aside what they refuse. */
const RECEIVERS = [
  'late-acknowledgment:delay=200ms,on=0.001',
  'reset-after-receipt:on=0.001',
  'application-error:on=0.002',
  'duplicate-acknowledgment:on=0.002',
  'application-reject:on=0.0005',
];

const FAR_ENDS: Readonly<Record<string, readonly string[]>> = {
  lis: ['ADT'],
  ris: ['ADT'],
  pharmacy: ['ADT', 'OMP', 'RAS', 'RRE', 'RRD'],
  ehr: ['ORU', 'ORR', 'ORP', 'SIU', 'DFT', 'RDE', 'RDS', 'RRA'],
};

function planOf({ rate, seconds, kills, awayMs, settleMs, seed }: Ordeal): LoadPlan {
  return completePlan({
    name: 'exactly once',
    seed,
    arrival: { kind: 'open', spacing: 'poisson', stages: [{ kind: 'constant', rate, durationMs: seconds * 1_000 }] },
    mix: [
      { kind: 'message', name: 'ADT^A01', weight: 1 },
      { kind: 'workflow', name: 'inpatient', weight: 1 },
    ],
    targets: [{ host: '127.0.0.1', port: 0 }],
    farEnds: Object.entries(FAR_ENDS).map(([name, expects]) => {
      return { name, host: '127.0.0.1', port: 0, expects, serviceTime: 'constant:0ms' };
    }),
    // Where an order goes hangs on OBR-24.
    somewhere: ['ORM'],
    connections: 16,
    patients: 20,
    queueLimit: 1_000_000,
    acknowledgmentTimeoutMs: 30_000,
    resending: { times: 10_000, afterMs: 200 },
    faults: SENDERS,
    farEndFaults: RECEIVERS,
    sut: kills.map((messages) => ({ action: 'kill', at: { kind: 'count', messages }, forMs: awayMs })),
    settleMs,
  });
}

/** Carries it out, and asks both the ledger and the engine's own log what is missing. */
export async function undergo(ordeal: Ordeal): Promise<OrdealResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pipehat-ordeal-'));
  const plan = planOf(ordeal);
  let engine: ReturnType<typeof demoControl> | undefined;
  try {
    const run = await runLoad(plan, {
      pipehat: 'bench',
      onFarEnds: async (ports) => {
        const deliver = plan.farEnds.map(({ name, host }, n) => [name, { host, port: ports[n] ?? 0 }]);
        engine = demoControl({ dataDir, deliver: Object.fromEntries(deliver), defects: ordeal.defects });
        return [{ host: '127.0.0.1', port: (await engine.start()).port }];
      },
      onSut: async (action) => act(engine, action),
      onProgress: ({ sent, ledger }) => ordeal.onSecond?.(sent, ledger?.delivered ?? 0, process.memoryUsage.rss()),
    });
    await engine?.stop();
    if (run.kind === 'failed') throw new Error(run.message);
    return await compared(run, dataDir);
  } finally {
    await engine?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function act(engine: ReturnType<typeof demoControl> | undefined, action: SutAction | SutUndo) {
  if (action === 'kill') await engine?.kill();
  else if (action === 'start') await engine?.start();
  else return `the ordeal does not ${action} the engine`;
  return undefined;
}

async function compared(run: Extract<LoadRun, { readonly kind: 'ran' }>, dataDir: string): Promise<OrdealResult> {
  const stored = await storedIds(dataDir);
  const prefix = [...stored].find((id) => id.startsWith('L'))?.slice(0, PREFIX_LENGTH) ?? '';
  const accepted = new OrdinalSet();
  for (const part of run.parts) accepted.addPages(part.accepted);
  const unstored = new Set<string>();
  accepted.without(new OrdinalSet(), (ordinal) => {
    const id = prefix + String(ordinal).padStart(CONTROL_ID_LENGTH - PREFIX_LENGTH, '0');
    if (!stored.has(id)) unstored.add(id);
    return true;
  });
  const lost = new Set(run.damaged.flatMap(({ damage, controlId }) => (damage === 'lost' ? [controlId] : [])));
  return { result: run.result, unstored, lost, accepted: accepted.size };
}

/** MSH-10 of all that the engine has stored. */
async function storedIds(dataDir: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const { store } = await MessageStore.open(join(dataDir, 'messages.log'), ({ raw }) => {
    ids.add(raw.toString('latin1', 0, 1_000).split('|')[9] ?? '');
  });
  await store.close();
  return ids;
}
