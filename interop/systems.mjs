// Every system under test of the matrix: how it is started, what it is, and whether this machine can run it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const interop = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The program that answers `pipehat`. */
export const pipehat = join(root, 'dist', 'src', 'cli', 'main.js');

const jvm = join(interop, 'jvm', 'target');
const classpath = [join(jvm, 'classes'), join(jvm, 'lib', '*')].join(process.platform === 'win32' ? ';' : ':');

/** A class of `jvm/`, which Maven has compiled, with its arguments. */
export const java = (name, ...args) => ['java', '-cp', classpath, `interop.${name}`, ...args];

/** The Python of the virtual environment that `prepare.mjs` makes. */
export const python = join(interop, 'python', 'venv', process.platform === 'win32' ? 'Scripts' : 'bin', 'python');

const npmPackage = (name, file, language = 'Node') => ({
  id: file,
  name,
  language,
  kind: 'receiver',
  version: versionOf(name),
  missing: () => missingNpm(name),
  command: (port) => [process.execPath, join(interop, 'npm', `${file}.mjs`), '--port', String(port)],
});

const jvmProgram = (facts, program) => ({
  ...facts,
  language: 'Java',
  version: pinned(facts.property),
  missing: missingJvm,
  command: (port, ports) => java(program, '--port', String(port), ...deliveries(ports)),
});

const deliveries = (ports = {}) => Object.entries(ports).flatMap(([role, port]) => [`--${role}`, String(port)]);

/** `receiver`: takes and acknowledges, and routes nothing. `engine`: takes part in the whole go-live suite. */
export const SYSTEMS = [
  {
    id: 'demo',
    name: 'Pipehat demo engine',
    language: 'Node',
    kind: 'engine',
    version: versionHere(),
    isDemo: true,
    missing: () => undefined,
  },
  npmPackage('node-hl7-server', 'node-hl7-server'),
  npmPackage('simple-hl7', 'simple-hl7'),
  npmPackage('@medplum/hl7', 'medplum-hl7'),
  npmPackage('hl7v2-net', 'hl7v2-net'),
  npmPackage('nodehl7', 'nodehl7'),
  jvmProgram({ id: 'hapi', name: 'HAPI server', kind: 'receiver', property: 'hapi.version' }, 'HapiReceiver'),
  jvmProgram({ id: 'camel', name: 'Apache Camel router', kind: 'engine', property: 'camel.version' }, 'CamelRouter'),
];

export const systemOf = (id) => SYSTEMS.find((system) => system.id === id);

/** Why a package of npm cannot run here. */
export function missingNpm(name) {
  return existsSync(join(interop, 'node_modules', name)) ? undefined : 'not installed: run npm ci in interop/';
}

/** Why the JVM part cannot run here; undefined where it can. */
export function missingJvm() {
  if (spawnSync('java', ['-version']).error) return 'no Java on this machine: install a JDK, 17 or later';
  if (existsSync(join(jvm, 'classes', 'interop'))) return undefined;
  return spawnSync('mvn', ['-version'], { shell: process.platform === 'win32' }).error
    ? 'not compiled, and no Maven on this machine: install Maven 3.8 or later'
    : 'not compiled: node prepare.mjs says why';
}

/** Why the Python part cannot run here. */
export function missingPython() {
  return existsSync(python)
    ? undefined
    : 'no virtual environment: node prepare.mjs makes it where Python 3 is, or says why not';
}

/** The pinned version of an npm package. */
export function versionOf(name) {
  return JSON.parse(readFileSync(join(interop, 'package.json'), 'utf8')).dependencies[name];
}

function versionHere() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

function pinned(property) {
  return new RegExp(`<${property}>(.*)</`).exec(readFileSync(join(interop, 'jvm', 'pom.xml'), 'utf8'))?.[1] ?? '?';
}
