// A stranger's project: packs the package, makes a project with `pipehat init`, installs the tarball there, and runs it
// with a feature, a TypeScript step, a profile, a simulator, a fault and a report of its own; then once more so that it
// must go red. `--node 22 24` repeats the runs with these versions of Node, which come from the registry.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'pipehat-consumer-'));
const project = join(work, 'interface-tests');
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
const MINE = { simulators: 'closed-laboratory.ts', faults: 'line-feed-after-frame.ts', reports: 'scenario-list.ts' };

function say(text) {
  console.log(`consumer: ${text}`);
}

function demand(condition, text) {
  if (!condition) throw new Error(text);
}

/** Runs a command in the project and demands its exit code; npm is a script of the shell on Windows. */
function run(command, args, { cwd = project, expected = 0 } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32' && command !== process.execPath,
  });
  const output = `${stdout}${stderr}`;
  demand(status === expected, `${command} ${args.join(' ')}: exit code ${status}, expected ${expected}\n${output}`);
  return output;
}

const npm = (...args) => run('npm', args);
const edit = (path, change) => writeFileSync(join(project, path), change(readFileSync(join(project, path), 'utf8')));

function pack() {
  run('npm', ['pack', '--pack-destination', work, '--loglevel=error'], { cwd: root });
  const [tarball] = readdirSync(work).filter((name) => name.endsWith('.tgz'));
  return join(work, tarball);
}

function makeProject(tarball) {
  mkdirSync(project);
  npm('install', '--prefix', project, '--no-save', ...QUIET, tarball, '@cucumber/cucumber@12');
  run(process.execPath, [join('node_modules', 'pipehat', 'dist', 'src', 'cli', 'main.js'), 'init']);
  npm('install', '--save-dev', ...QUIET, tarball);
  const copies = readdirSync(join(project, 'node_modules')).flatMap((name) =>
    [join(name, 'node_modules', '@cucumber', 'cucumber')].filter((path) =>
      existsSync(join(project, 'node_modules', path)),
    ),
  );
  demand(copies.length === 0, `a second copy of cucumber, with which no step can run: ${copies.join(', ')}`);
}

function addOwnThings() {
  const examples = join(project, 'node_modules', 'pipehat', 'docs', 'examples');
  for (const [folder, name] of [...Object.entries(MINE), ['features', 'closed-laboratory.feature']]) {
    mkdirSync(join(project, folder), { recursive: true });
    copyFileSync(join(examples, name), join(project, folder, name));
  }
  mkdirSync(join(project, 'profiles', 'admission'));
  writeFileSync(join(project, 'profiles', 'admission', 'profile.yaml'), PROFILE);
  const modules = Object.entries(MINE).map(([folder, name]) => `  ${folder}: [${folder}/${name}]\n`);
  edit('pipehat.config.yaml', (text) => `${text}\nextensions:\n${modules.join('')}`);
  edit('tsconfig.json', (text) => text.replace('"noEmit": true', '"outDir": "compiled"'));
  writeFileSync(join(project, 'contracts.mjs'), CONTRACTS);
}

const PROFILE = `profile: { id: admission, name: Admissions, hl7: 2.5.1, extends: base, messages: [ADT^A01^ADT_A01] }
elements:
  PID-3: { usage: R, cardinality: 1..* }
`;

const CONTRACTS = `import { faultContract, reportContract, simulatorContract } from 'pipehat/contracts';
import { fault } from './compiled/faults/line-feed-after-frame.js';
import { report } from './compiled/reports/scenario-list.js';
import { simulator } from './compiled/simulators/closed-laboratory.js';

faultContract(fault);
reportContract(report);
simulatorContract(simulator);
`;

/** The last run's folder and manifest. */
function lastRun() {
  const results = join(project, 'results');
  const folder = join(results, readdirSync(results).sort().at(-1));
  const [first] = readFileSync(join(folder, 'run.ndjson'), 'utf8').split('\n');
  return { folder, manifest: JSON.parse(first).manifest };
}

function runGreen() {
  npm('test');
  const { folder, manifest } = lastRun();
  const page = readFileSync(join(folder, 'evidence.html'), 'utf8');
  for (const name of [
    'The laboratory learns of an admitted patient',
    'The EHR learns that the laboratory takes no order',
  ]) {
    demand(page.includes(name), `${folder}: the evidence page does not show "${name}"`);
  }
  for (const file of ['profiles/admission/profile.yaml', 'steps/own.steps.ts', 'simulators/closed-laboratory.ts']) {
    demand(file in manifest.hashes, `the evidence does not name ${file}`);
  }
  demand(readFileSync(join(folder, 'scenarios.csv'), 'utf8').includes('"passed"'), 'the own report was not written');
  return manifest.node;
}

function runRed() {
  const right = 'names the ward "ICU"';
  edit('features/first.feature', (text) => text.replace(right, 'names the ward "NOWHERE"'));
  run('npm', ['test'], { expected: 1 });
  const { folder } = lastRun();
  demand(readFileSync(join(folder, 'junit.xml'), 'utf8').includes('<failure'), 'the JUnit report names no failure');
  edit('features/first.feature', (text) => text.replace('names the ward "NOWHERE"', right));
}

function withNode(version) {
  npm('install', '--no-save', ...QUIET, `node@${version}`);
  const used = runGreen();
  demand(used.startsWith(`v${version}.`), `Node ${version} was asked for, and ${used} ran`);
  say(`Node ${used}: green as it should be`);
  runRed();
  say(`Node ${used}: red as it should be`);
}

function main(versions) {
  say(`working in ${work}`);
  const tarball = pack();
  say(`packed ${tarball}`);
  makeProject(tarball);
  say('made a project with "pipehat init", installed the tarball');
  addOwnThings();
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.']);
  run(process.execPath, ['contracts.mjs']);
  say('its TypeScript fits the published types; its simulator, fault and report keep their contracts');
  npm('exec', '--', 'pipehat', 'doctor');
  say(`Node ${runGreen()}: own feature, step, profile, simulator, fault and report are green`);
  npm('test', '--', 'pipehat:adt/stay.feature');
  say('a feature of the package is green');
  runRed();
  say('a broken promise is red, exit code 1');
  for (const version of versions) withNode(version);
}

const { argv } = process;
const versions = argv.includes('--node') ? argv.slice(argv.indexOf('--node') + 1) : [];
try {
  main(versions);
  say('done');
} finally {
  rmSync(work, { recursive: true, force: true });
}
