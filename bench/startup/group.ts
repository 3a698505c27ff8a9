import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { notAvailable, type Outcome } from '../outcome.js';

const CLI = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
const CPU_AT_EXIT = new URL('./cpu-at-exit.js', import.meta.url).href;

const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  'node alone': ['--eval', '0'],
  'pipehat --help': [CLI, '--help'],
};

export function startupGroup(effort: Effort): Group {
  return {
    title: 'Start',
    note: 'a program from start to end, Node included',
    cases: [{ id: 'start', title: 'start a process' }],
    subjects: Object.keys(PROGRAMS),
    rivals: {},
    makeCrew: () => ({
      measure: async (subject) => run(PROGRAMS[subject] ?? [], effort.deadlineMs),
      stop: () => {},
    }),
  };
}

function run(args: readonly string[], timeout: number): Outcome {
  if (args[0] === CLI && !existsSync(CLI)) return notAvailable('not built');
  const from = performance.now();
  const { output, status, error } = spawnSync(process.execPath, ['--import', CPU_AT_EXIT, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    timeout,
  });
  if (status !== 0) return notAvailable(error?.message ?? `exit ${status}`);
  const cpuMicros = Number(output[3]);
  return { kind: 'measured', sample: { cpuMicros, perSecond: 1_000 / (performance.now() - from) } };
}
