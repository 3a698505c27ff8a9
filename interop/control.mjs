// Starts and stops a system under test as the `control` of a pipehat.config.yaml wants it: each command ends when the thing is done.
//   node control.mjs start hapi --port 6661 --lis 7002
//   node control.mjs stop hapi        (also kill, pause, resume, status)
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { interop, systemOf } from './systems.mjs';

const READY_WITHIN_MS = 60_000;
const state = join(interop, 'results', 'running');
const [action, id, ...rest] = process.argv.slice(2);
const system = systemOf(id);
if (!system?.command) fail(`there is no system "${id}" to control`);

const files = { pid: join(state, `${id}.json`), log: join(state, `${id}.log`) };
const signals = { stop: 'SIGTERM', kill: 'SIGKILL', pause: 'SIGSTOP', resume: 'SIGCONT' };

if (action === 'start') await start();
else if (action === 'status') console.log(isAlive(remembered()?.pid) ? 'running' : 'not running');
else if (signals[action]) await signal(signals[action]);
else fail(`there is no action "${action}": start, stop, kill, pause, resume or status`);

/** Without arguments: as it was started the last time, so that it comes back after it was stopped. */
async function start() {
  mkdirSync(state, { recursive: true });
  const ports = rest.length > 0 ? portsOf(rest) : remembered()?.ports;
  if (ports?.port === undefined) fail('--port is missing');
  const missing = system.missing();
  if (missing) fail(`${system.name}: ${missing}`);
  const { port, ...deliver } = ports;
  const [program, ...args] = system.command(port, deliver);
  const log = openSync(files.log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], cwd: state });
  writeFileSync(files.pid, JSON.stringify({ pid: child.pid, ports }));
  child.unref();
  if (!(await until(() => answers(port), READY_WITHIN_MS)))
    fail(`${system.name} does not listen on ${port}: see ${files.log}`);
}

async function signal(name) {
  const { pid, ports } = remembered() ?? fail(`${system.name} was not started`);
  if (!isAlive(pid)) return;
  process.kill(pid, name);
  if (name !== 'SIGTERM' && name !== 'SIGKILL') return;
  if (!(await until(() => !isAlive(pid), 10_000))) process.kill(pid, 'SIGKILL');
  await until(async () => !(await answers(ports.port)), 5_000);
  if (rest.includes('--forget')) rmSync(files.pid);
}

function portsOf(args) {
  const pairs = args.flatMap((arg, n) => (arg.startsWith('--') ? [[arg.slice(2), Number(args[n + 1])]] : []));
  return Object.fromEntries(pairs);
}

function remembered() {
  return existsSync(files.pid) ? JSON.parse(readFileSync(files.pid, 'utf8')) : undefined;
}

function isAlive(pid) {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(() => resolve(true)));
    socket.on('error', () => resolve(false));
  });
}

async function until(probe, withinMs) {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await probe()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
