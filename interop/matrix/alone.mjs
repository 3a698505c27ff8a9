// One run at a time in a checkout: systems under test are remembered by name. What an ended run left behind is ended first.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interop, SYSTEMS } from '../systems.mjs';

const running = join(interop, 'results', 'running');
const lock = join(running, 'run.pid');

/** The process id of a run that goes on in this checkout; undefined where this one has the place now. */
export function takePlace() {
  const other = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined;
  if (other !== undefined && isAlive(other)) return other;
  mkdirSync(running, { recursive: true });
  writeFileSync(lock, `${process.pid}`);
  endSystems();
  return undefined;
}

export function leavePlace() {
  endSystems();
  rmSync(lock, { force: true });
}

function endSystems() {
  for (const file of SYSTEMS.map(({ id }) => join(running, `${id}.json`)).filter(existsSync)) {
    end(JSON.parse(readFileSync(file, 'utf8')).pid);
    rmSync(file);
  }
}

function end(pid) {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
