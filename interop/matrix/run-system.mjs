// Runs the features of one system under test through the ordinary command line, and reads what was recorded.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readRun } from '../../dist/src/index.js';
import { interop, pipehat } from '../systems.mjs';
import { runsOf } from './features.mjs';
import { keep, keptOf } from './kept.mjs';
import { gradeOf } from './scale.mjs';

const ROLES = ['ehr', 'lis', 'ris', 'pharmacy'];
/** No part of the suite takes as long as this: what does is stuck, and is ended. */
const AT_MOST_MS = 45 * 60_000;
const control = (action, id, ...rest) => [process.execPath, join(interop, 'control.mjs'), action, id, ...rest];

/** The parts of a run of the systems that can run here, by the id under which progress speaks of them. */
export function partsOf(systems, options) {
  return systems
    .filter((system) => system.missing() === undefined)
    .flatMap((system) => runsOf(system, options).map(({ name }) => `${system.id} ${name}`));
}

/**
 * The cells of one column: each scenario's grade, reason and evidence. `missing` says why there are none, `broken` what could not
 * run. With `resume`, what an earlier run has done already is taken from there.
 */
export async function runSystem(system, options) {
  const missing = system.missing();
  if (missing) return { system, missing, cells: [], broken: [] };
  const here = join(options.folder, system.id);
  if (!options.resume) rmSync(here, { recursive: true, force: true });
  mkdirSync(here, { recursive: true });
  const cells = [];
  const broken = [];
  for (const run of runsOf(system, options)) {
    const { found, trouble } = await runPart(system, run, here, options);
    cells.push(...found);
    if (trouble) broken.push(`${run.name}: ${trouble}`);
  }
  options.progress.tell(`${system.name} ${system.version}: ${countsOf(cells)}`);
  return { system, cells, broken, ...(cells.length === 0 && { missing: broken.join('; ') }) };
}

async function runPart(system, run, here, { seed, resume, progress }) {
  const id = `${system.id} ${run.name}`;
  const kind = { seed, paths: run.paths, version: system.version };
  const kept = resume ? keptOf(here, run.name, kind) : undefined;
  if (kept !== undefined) {
    progress.done(id, undefined, 'done before');
    return { found: kept };
  }
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  try {
    const found = await runOnce(system, run, join(here, run.name), seed);
    keep(here, run.name, kind, found);
    progress.done(id, seconds(), countsOf(found));
    return { found };
  } catch (error) {
    progress.done(id, undefined, `NOT TESTED after ${seconds()} s: ${error.message}`);
    return { found: [], trouble: error.message };
  }
}

async function runOnce(system, run, folder, seed) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [port, ...listening] = await freePorts(5);
  const listen = Object.fromEntries(ROLES.map((role, n) => [role, listening[n]]));
  writeFileSync(join(folder, 'pipehat.config.yaml'), configOf(system, run, port, listen));
  if (system.isDemo) return test(run, folder, seed);
  const deliver = system.kind === 'engine' ? ROLES.flatMap((role) => [`--${role}`, `${listen[role]}`]) : [];
  act(control('start', system.id, '--port', `${port}`, ...deliver));
  try {
    return await test(run, folder, seed);
  } finally {
    act(control('kill', system.id, '--forget'));
  }
}

function act([program, ...args]) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
}

/** JSON is YAML. */
function configOf(system, { seconds }, port, listen) {
  const environment = system.isDemo ? { demoEngine: 'true' } : environmentOf(system, seconds, port, listen);
  const sut = { name: system.name, version: system.version };
  const profiles = ['pipehat:'];
  return `${JSON.stringify({ sut, environments: { interop: environment }, profiles, results: 'runs' }, undefined, 2)}\n`;
}

function environmentOf({ id, kind }, seconds, port, listen) {
  const send = `mllp://127.0.0.1:${port}`;
  const actors = kind === 'engine' ? ROLES.map((role) => [role, { send, listen: listen[role] }]) : [['ehr', { send }]];
  const commands = ['start', 'stop', 'kill', 'pause', 'resume'].map((action) => [action, control(action, id)]);
  return {
    role: 'engine',
    actors: Object.fromEntries(actors),
    acknowledgment: { timeout: `${seconds}s` },
    // A second more than an acknowledgment may take: what is told of one that does not come is always the same.
    timeouts: { expectation: `${seconds + 1}s`, connect: '5s' },
    ...(kind === 'engine' && { control: { ...Object.fromEntries(commands), timeout: '60s' } }),
  };
}

async function test({ paths, tags }, folder, seed) {
  const args = ['test', ...paths, '--no-allure', '--seed', seed, ...(tags ? ['--tags', tags] : [])];
  const said = await output([pipehat, ...args], folder);
  const runs = join(folder, 'runs');
  const [run] = readdirSync(runs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  if (run === undefined) throw new Error(`pipehat ${args.join(' ')} recorded nothing:\n${said}`);
  return readRun(join(runs, run)).scenarios.map((scenario) => cellOf(scenario, join(runs, run, 'evidence.html')));
}

function cellOf(scenario, page) {
  const { uri, feature, name, id, requirements } = scenario;
  const key = `${uri.slice(uri.lastIndexOf('features/'))}: ${name}`;
  return { key, uri, feature, name, requirements, page, anchor: id, ...gradeOf(scenario) };
}

const underWay = new Set();

/** Ends the runs of `pipehat` that go on, for a run of the matrix that is interrupted. */
export function endRuns() {
  for (const child of underWay) child.kill('SIGTERM');
}

function output(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    underWay.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    const late = setTimeout(() => child.kill('SIGKILL'), AT_MOST_MS);
    child.on('close', () => {
      clearTimeout(late);
      underWay.delete(child);
      resolve(said);
    });
  });
}

async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function listening() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

function countsOf(cells) {
  const counts = new Map();
  for (const { grade } of cells) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts].map(([grade, count]) => `${count} ${grade}`).join(', ');
}
