// The message structures of every version, as Pipehat, HAPI and hl7apy have them.
import { execFileSync } from 'node:child_process';
import { standard } from '../../dist/src/standard/load.js';
import { interop, java, missingJvm, missingPython, python } from '../systems.mjs';
import { causeOf } from './known-structures.mjs';
import { ourText, theirText } from './structure-text.mjs';

const VERSIONS = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7'];

/** A row for each version: of the structures that all three hold, how many are the same tree. */
export async function compareStructures({ say }) {
  const missing = missingJvm() ?? missingPython();
  const rows = missing ? [{ name: 'all', grade: 'untestable', texts: ['', '', '', '', missing] }] : compareAll();
  for (const { name, texts } of rows) say(`structures: ${name}: ${texts.join(', ')}`);
  return {
    title: 'Message structures',
    lead: 'The trees of the base standard: segments, groups, what is required and what repeats. Group names and the way in which a choice is written do not count.',
    head: [
      'version',
      'in all three',
      'the same in all',
      'where one of the two agrees with us',
      'where both differ from us, and why',
      'both against us, unexplained',
    ],
    rows,
  };
}

function compareAll() {
  const hapi = treesOf(java('Structures', ...VERSIONS));
  const hl7apy = treesOf([python, 'python/structures.py', ...VERSIONS]);
  return VERSIONS.map((version) => compareVersion(version, hapi[version] ?? {}, hl7apy[version] ?? {}));
}

function treesOf([program, ...args]) {
  const options = { cwd: interop, maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync(program, args, options));
}

function compareVersion(version, hapi, hl7apy) {
  const ours = standard(version);
  const shared = ours.structureIds().filter((id) => hapi[id] && hl7apy[id]);
  const found = { same: [], one: [], known: new Map(), against: [] };
  for (const id of shared) sort(found, { version, id, our: ourText(ours.structure(id)) }, [hapi[id], hl7apy[id]]);
  const counts = [shared, found.same, found.one].map(({ length }) => `${length}`);
  const known = [...found.known].map(([why, ids]) => `${listed(ids)} (${why})`);
  return {
    name: version,
    grade: found.against.length > 0 ? 'failed' : found.known.size > 0 ? 'tolerated' : 'ok',
    texts: [...counts, known.join('; ') || '0', listed(found.against)],
  };
}

function listed(ids) {
  return ids.length === 0 ? '0' : `${ids.length}: ${ids.join(', ')}`;
}

/** Where both differ, each of the two needs its cause. */
function sort(found, about, trees) {
  const different = trees.filter((nodes) => theirText(nodes) !== about.our);
  if (different.length === 0) return found.same.push(about.id);
  if (different.length < trees.length) return found.one.push(about.id);
  const causes = different.map((nodes) => causeOf({ ...about, nodes }));
  if (causes.includes(undefined)) return found.against.push(about.id);
  const why = [...new Set(causes)].join(' / ');
  found.known.set(why, [...(found.known.get(why) ?? []), about.id]);
}
