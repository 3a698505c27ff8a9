// The message structures of every version, as Pipehat, HAPI and hl7apy have them.
import { standard } from '../../dist/src/standard/load.js';
import { java, missingJvm, missingPython, python } from '../systems.mjs';
import { causeOf } from './known-structures.mjs';
import { printedBy, VERSIONS } from './models.mjs';
import { ourText, theirText } from './structure-text.mjs';

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
  const hapi = printedBy(java('Structures', ...VERSIONS));
  const hl7apy = printedBy([python, 'python/structures.py', ...VERSIONS]);
  return VERSIONS.map((version) => compareVersion(version, hapi[version] ?? {}, hl7apy[version] ?? {}));
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
