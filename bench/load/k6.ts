import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admission } from '../samples.js';
import { runCommand } from './command.js';
import type { Drive, DriveResult } from './drive.js';
import { paired } from './paired.js';

const COMMAND = process.env['PIPEHAT_BENCH_K6'] ?? 'k6';
const REMEDY = 'build it with xk6 and github.com/gjergjsheldija/xk6-mllp, and name it in PIPEHAT_BENCH_K6';

/** k6 with the extension xk6-mllp, which makes a connection for every message. */
export const k6 = {
  async drive(drive: Drive, deadlineMs: number): Promise<DriveResult | { readonly notHere: string }> {
    const version = await runCommand([COMMAND, 'version'], { timeoutMs: deadlineMs });
    if (version.kind === 'failed') return { notHere: `not here: ${version.why}; ${REMEDY}` };
    if (!version.output.includes('mllp')) return { notHere: `not here: this k6 was built without xk6-mllp; ${REMEDY}` };
    return paired((share) => run(drive, share, deadlineMs), REMEDY);
  },
};

async function run(
  drive: Drive,
  share: 'all' | 'least',
  timeoutMs: number,
): Promise<DriveResult | { notHere: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-k6-'));
  const [script, message, summary] = ['script.js', 'message.hl7', 'summary.json'].map((name) => join(folder, name));
  if (script === undefined || message === undefined || summary === undefined) return { notHere: 'no folder' };
  writeFileSync(message, admission());
  writeFileSync(script, scriptOf(drive, share, message));
  const command = [COMMAND, 'run', '--quiet', '--no-usage-report', '--summary-export', summary, script];
  const ended = await runCommand(command, { timeoutMs });
  const told = ended.kind === 'ended' ? JSON.parse(readFileSync(summary, 'utf8')).metrics : undefined;
  rmSync(folder, { recursive: true });
  if (ended.kind === 'failed' || told === undefined)
    return { notHere: ended.kind === 'failed' ? ended.why : 'no summary' };
  return {
    messages: told.iterations?.count ?? 0,
    ms: share === 'all' ? drive.ms : 1,
    cpuMicros: ended.cpuMicros,
    figures: {
      'reported p99 ms': told.iteration_duration?.['p(99)'] ?? 0,
      'dropped by itself': told.dropped_iterations?.count ?? 0,
    },
  };
}

/** The extension names its class otherwise than its documentation does. */
function scriptOf({ port, connections, ms, rate }: Drive, share: 'all' | 'least', message: string): string {
  const open = { executor: 'constant-arrival-rate', rate, timeUnit: '1s', preAllocatedVUs: connections };
  const closed = { executor: 'constant-vus', vus: connections };
  const whole = { ...(rate === undefined ? closed : open), duration: `${ms}ms` };
  const least = { executor: 'shared-iterations', vus: 1, iterations: 1 };
  const options = {
    scenarios: { load: share === 'all' ? whole : least },
    summaryTrendStats: ['med', 'p(99)', 'max'],
  };
  return [
    `import mllp, * as all from 'k6/x/mllp';`,
    `export const options = ${JSON.stringify(options)};`,
    `const Client = all.Client ?? all.Hl7 ?? mllp.Client ?? mllp.Hl7;`,
    `const client = new Client({ host: '127.0.0.1', port: ${port} });`,
    `export default function () { client.send(${JSON.stringify(message)}); }`,
    '',
  ].join('\n');
}
