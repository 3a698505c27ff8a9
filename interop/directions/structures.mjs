// The message structures of every version, as Pipehat, HAPI and hl7apy have them.
import { execFileSync } from 'node:child_process';
import { standard } from '../../dist/src/standard/load.js';
import { interop, java, missingJvm, missingPython, python } from '../systems.mjs';
import { knownDifference } from './known-structures.mjs';

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
  const found = { same: [], one: [], known: [], against: [] };
  for (const id of shared)
    found[verdictOf(id, ourText(ours.structure(id)), theirText(hapi[id]), theirText(hl7apy[id]))].push(id);
  const counts = [shared, found.same, found.one].map(({ length }) => `${length}`);
  const texts = [...counts, listed(found.known), listed(found.against)];
  return {
    name: version,
    grade: found.against.length > 0 ? 'failed' : found.known.length > 0 ? 'tolerated' : 'ok',
    texts,
  };
}

function listed(ids) {
  return ids.length === 0 ? '0' : `${ids.length}: ${ids.join(', ')}`;
}

function verdictOf(id, our, ...others) {
  const agreeing = others.filter((other) => other === our).length;
  if (agreeing === others.length) return 'same';
  if (agreeing > 0) return 'one';
  return knownDifference(id) ? 'known' : 'against';
}

/** `MSH [{SFT}] PID [{(OBX [{NTE}])}]`: brackets for what may be absent, braces for what repeats. */
export function ourText({ nodes }) {
  return nodes.map(ourNode).join(' ');
}

function ourNode(node) {
  const { min, max } = node;
  switch (node.kind) {
    case 'segment':
      return marked(nameOf(node.name), min > 0, max > 1);
    case 'group':
      return marked(grouped(ourText(node), min, max > 1), min > 0, max > 1);
    case 'choice':
      return marked(choiceText(node.alternatives.map(ourNode)), min > 0, max > 1);
  }
}

export function theirText(nodes) {
  const texts = [];
  for (const [n, node] of nodes.entries()) {
    // HAPI lists the alternatives of a choice one behind the other.
    if (node.choice && nodes[n - 1]?.choice) texts.push(choiceText([texts.pop(), nameOf(node.name)]));
    else texts.push(theirNode(node));
  }
  return texts.join(' ');
}

function theirNode({ name, min, repeats, nodes, isChoice, choice }) {
  if (nodes === undefined) return choice ? nameOf(name) : marked(nameOf(name), min > 0, repeats);
  const inner = isChoice ? choiceText(nodes.map(theirNode)) : grouped(theirText(nodes), min, repeats);
  return choice ? inner : marked(inner, min > 0, repeats);
}

/** A group that is there exactly once says nothing that its parts do not say. */
function grouped(text, min, repeats) {
  return min > 0 && !repeats ? text : `(${text})`;
}

/** In which order the alternatives are listed does not count. */
function choiceText(alternatives) {
  const each = alternatives.flatMap((text) => text.replace(/[<>[\]]/g, '').split('|'));
  return `<${each.sort().join('|')}>`;
}

function marked(text, isRequired, repeats) {
  const repeated = repeats ? `{${text}}` : text;
  return isRequired ? repeated : `[${repeated}]`;
}

/** Where any segment may stand each has a name of its own for it. */
function nameOf(name) {
  return /^(?:Hxx|HXX|Gen|GenericSegment|ANYHL7SEGMENT)$/.test(name) ? 'ANY' : name;
}
