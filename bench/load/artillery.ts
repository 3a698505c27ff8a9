import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { admission } from '../samples.js';
import { runCommand } from './command.js';
import type { Drive, DriveResult } from './drive.js';
import { paired } from './paired.js';

const COMMAND = process.env['PIPEHAT_BENCH_ARTILLERY'] ?? 'artillery';
/** Messages of a virtual user for each millisecond of the drive, where there is no rate: it sends about so many. */
const MESSAGES_PER_MS = 40;

/** Artillery with the engine that lies beside this file. */
export const artillery = {
  drive: (drive: Drive, deadlineMs: number) =>
    paired((share) => run(drive, share, deadlineMs), 'install artillery, or name it in PIPEHAT_BENCH_ARTILLERY'),
};

async function run(
  drive: Drive,
  share: 'all' | 'least',
  timeoutMs: number,
): Promise<DriveResult | { notHere: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-artillery-'));
  const [script, report] = [join(folder, 'script.json'), join(folder, 'report.json')];
  writeFileSync(script, JSON.stringify(scriptOf(drive, share)));
  const command = [COMMAND, 'run', '--quiet', '--output', report, script];
  const env = { NODE_PATH: engineFolder(), ARTILLERY_DISABLE_TELEMETRY: 'true', NODE_OPTIONS: '' };
  const ended = await runCommand(command, { env, timeoutMs });
  const told = ended.kind === 'ended' && existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  if (ended.kind === 'failed') return { notHere: ended.why };
  if (told === undefined) return { notHere: 'it wrote no report' };
  const { counters, histograms, firstCounterAt, lastCounterAt } = told.aggregate;
  return {
    messages: counters['mllp.messages'] ?? 0,
    ms: Math.max(1, lastCounterAt - firstCounterAt),
    cpuMicros: ended.cpuMicros,
    figures: { 'reported p99 ms': histograms['mllp.response_time']?.p99 ?? 0 },
  };
}

/** With a rate each message is a virtual user, as Artillery's open model has it; else each user sends one after the other. */
function scriptOf({ port, connections, ms, rate }: Drive, share: 'all' | 'least') {
  const isLeast = share === 'least';
  const count = rate === undefined && !isLeast ? Math.ceil((ms * MESSAGES_PER_MS) / connections) : 1;
  const whole =
    rate === undefined ? { duration: 1, arrivalCount: connections } : { duration: ms / 1_000, arrivalRate: rate };
  return {
    config: {
      target: `127.0.0.1:${port}`,
      phases: [isLeast ? { duration: 1, arrivalCount: 1 } : whole],
      engines: { mllp: { message: admission().toString('latin1') } },
    },
    scenarios: [{ engine: 'mllp', flow: [{ send: { count } }] }],
  };
}

/** In the sources: it is not compiled. */
function engineFolder(): string {
  return fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../bench/load' : '.', import.meta.url));
}
