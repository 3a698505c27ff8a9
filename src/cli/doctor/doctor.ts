import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../../config/load.js';
import { formatProblems } from '../../config/problem.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import type { Check } from './check.js';
import { checkCucumber } from './cucumber.js';
import { checkExtensions } from './extensions.js';
import { checkLinks } from './links.js';
import { checkAllure, checkBrowser, checkJava, checkNode } from './machine.js';
import type { DoctorOptions } from './options.js';

/** Looks at the machine and the project, and prints what each check found. */
export async function doctor(options: DoctorOptions, cwd: string, terminal: Terminal): Promise<ExitCode> {
  const checks = [
    checkNode(),
    checkCucumber(cwd),
    checkJava(),
    checkAllure(cwd),
    checkBrowser(),
    ...(await checkProject(options, cwd)),
  ];
  if (options.format === 'json') {
    terminal.out(JSON.stringify({ pipehat: packageVersion(), checks, summary: summary(checks) }, undefined, 2));
  } else {
    for (const check of checks) terminal.out(formatCheck(check));
  }
  return exitCode(checks);
}

async function checkProject(options: DoctorOptions, cwd: string): Promise<readonly Check[]> {
  const file = resolve(cwd, options.config);
  if (!existsSync(file)) {
    const remedy = '"pipehat init" makes a project with one; "pipehat demo" needs none';
    return [{ name: 'config', status: 'note', detail: `there is no ${file}`, remedy }];
  }
  const result = loadConfig(file, options.env);
  if (result.kind === 'invalid') {
    const detail = `${result.problems.length} to mend\n${formatProblems(result.problems)}`;
    return [{ name: 'config', status: 'broken', detail, remedy: 'mend these places and run pipehat doctor again' }];
  }
  const { environment } = result.config;
  const config: Check = { name: 'config', status: 'ok', detail: `${file}, environment ${environment.name}` };
  const project = [config, ...(await checkExtensions(result.config))];
  if (!environment.isDemoEngine) return [...project, ...(await checkLinks(environment))];
  const detail = "Pipehat's demo engine, started for each run on free ports";
  return [...project, { name: 'system under test', status: 'ok', detail }];
}

const MARKS: Readonly<Record<Check['status'], string>> = {
  ok: 'ok    ',
  note: 'note  ',
  broken: 'MEND  ',
  unreachable: 'NOT UP',
};

function formatCheck({ name, status, detail, remedy }: Check): string {
  const first = `${MARKS[status]}  ${name}: ${detail}`;
  return remedy === undefined ? first : `${first}\n          ${remedy}`;
}

function summary(checks: readonly Check[]): Readonly<Record<Check['status'], number>> {
  const count = (status: Check['status']): number => checks.filter((check) => check.status === status).length;
  return { ok: count('ok'), note: count('note'), broken: count('broken'), unreachable: count('unreachable') };
}

function exitCode(checks: readonly Check[]): ExitCode {
  if (checks.some(({ status }) => status === 'broken')) return EXIT.usage;
  return checks.some(({ status }) => status === 'unreachable') ? EXIT.infrastructure : EXIT.passed;
}
