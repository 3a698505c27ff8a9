// Makes ready what the matrix needs beside npm: compiles the JVM part and makes the Python environment. What cannot be made is told.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { interop, missingPython, python } from './systems.mjs';

const JVM_PARTS = ['senders', 'reading', 'structures'];

/** Reasons why something could not be made ready; what needs it is untestable. */
export function prepare(parts, systems) {
  const needsJvm =
    systems.some((id) => id === 'hapi' || id === 'camel') || parts.some((part) => JVM_PARTS.includes(part));
  const needsPython = parts.some((part) => JVM_PARTS.includes(part));
  return [...(needsJvm ? compile() : []), ...(needsPython ? environment() : [])];
}

function compile() {
  const { error, status, stdout } = spawnSync('mvn', ['-q', '-B', 'compile'], {
    cwd: join(interop, 'jvm'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error) return ['the JVM part (HAPI, Camel): no Maven on this machine'];
  return status === 0
    ? []
    : [`the JVM part (HAPI, Camel): Maven ended with ${status}\n${stdout.split('\n').slice(-15).join('\n')}`];
}

function environment() {
  if (missingPython() === undefined && run(python, ['-c', 'import hl7, hl7apy'])) return [];
  const folder = join(interop, 'python', 'venv');
  const made = ['python3', 'python'].some((program) => run(program, ['-m', 'venv', folder]));
  if (!made || !existsSync(python))
    return ['the Python part (python3-hl7, hl7apy): no Python 3 with venv on this machine'];
  const wheels = ['-m', 'pip', 'install', '--quiet', '-r', join(interop, 'python', 'requirements.txt')];
  return run(python, wheels)
    ? []
    : ['the Python part (python3-hl7, hl7apy): pip could not install python/requirements.txt'];
}

function run(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
