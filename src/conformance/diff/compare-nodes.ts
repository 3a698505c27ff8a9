import type { ViewBinding, ViewNode, ViewRule } from '../view/view-node.js';
import type { Differences } from './difference.js';

/** What the children that are compared lie in. */
export interface Around {
  /** Begins their places. */
  readonly at: string;
  /** The data type, of components: what is different in it is one difference wherever it is used. */
  readonly datatype?: string;
}

/** Children of one parent in both profiles, matched by name. */
export function compareChildren(
  before: readonly ViewNode[],
  after: readonly ViewNode[],
  { at, datatype }: Around,
  differences: Differences,
  compareInside: (before: ViewNode, after: ViewNode, place: string) => void,
): void {
  const [old, young] = [keyed(before), keyed(after)];
  for (const [key, node] of old) {
    const place = placeOf(at, key, node);
    const other = young.get(key);
    const topic = datatype === undefined ? place : `${datatype}${place.slice(place.lastIndexOf('.'))}`;
    if (other === undefined) differences.add(place, node.kind, shortly(node), undefined, topic);
    else {
      compareFacts(node, other, place, differences, topic);
      compareInside(node, other, place);
    }
  }
  for (const [key, node] of young) {
    const place = placeOf(at, key, node);
    const topic = datatype === undefined ? place : `${datatype}${place.slice(place.lastIndexOf('.'))}`;
    if (!old.has(key)) differences.add(place, node.kind, undefined, shortly(node), topic);
  }
  const [first, second] = [order(old, young), order(young, old)];
  differences.add(at === '' ? 'the message' : at, 'order', first, second, at);
}

/** By label; the second of two of one name is `ROL(2)`. */
function keyed(nodes: readonly ViewNode[]): ReadonlyMap<string, ViewNode> {
  const found = new Map<string, ViewNode>();
  for (const node of nodes) {
    let key = node.label;
    for (let number = 2; found.has(key); number++) key = `${node.label}(${number})`;
    found.set(key, node);
  }
  return found;
}

/** Fields and components have their place in their label. */
function placeOf(at: string, key: string, { kind, label }: ViewNode): string {
  if (kind === 'field') return `${at}${label.slice(label.indexOf('-'))}`;
  if (kind === 'component') return `${at}${label.slice(label.lastIndexOf('.'))}`;
  return at === '' ? key : `${at}.${key}`;
}

function order(own: ReadonlyMap<string, ViewNode>, other: ReadonlyMap<string, ViewNode>): string {
  return [...own.keys()].filter((key) => other.has(key)).join(' ');
}

function shortly({ usage, cardinality, datatype, title }: ViewNode): string {
  return [usage, cardinality, datatype, title].filter((part) => part !== '').join(' ');
}

const FACTS: readonly (readonly [what: string, of: (node: ViewNode) => string | undefined])[] = [
  ['usage', ({ usage }) => usage],
  ['cardinality', ({ cardinality }) => cardinality],
  ['length', ({ length }) => length],
  ['data type', ({ datatype }) => datatype],
  ['constant', ({ constant }) => constant],
  ['values', ({ bindings }) => bindings.map(bindingText).sort().join('; ')],
  ['single code', ({ singleCode }) => singleCode],
  ['mapping', ({ mapping }) => mapping],
  ['condition', ({ condition }) => condition && ruleText(condition)],
  ['name', ({ title }) => title],
  ['words', ({ text }) => text],
  ['requirement', ({ requirement }) => requirement],
  ['examples', ({ examples }) => examples.join(', ')],
];

function compareFacts(before: ViewNode, after: ViewNode, place: string, differences: Differences, topic: string): void {
  for (const [what, of] of FACTS) {
    differences.add(place, what, said(of(before)), said(of(after)), topic);
  }
  compareRules(before.statements, after.statements, place, differences, topic);
}

function said(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Statements by their id; those without one by what they say. */
export function compareRules(
  before: readonly ViewRule[],
  after: readonly ViewRule[],
  place: string,
  differences: Differences,
  topic = place,
): void {
  const [old, young] = [byId(before), byId(after)];
  for (const id of new Set([...old.keys(), ...young.keys()])) {
    const name = id.startsWith('#') ? 'statement' : `statement ${id}`;
    differences.add(place, name, old.get(id), young.get(id), topic);
  }
}

function byId(rules: readonly ViewRule[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const rule of rules) {
    const key = rule.id === '' ? `#${rule.judged || rule.text}` : rule.id;
    const known = texts.get(key);
    texts.set(key, known === undefined ? ruleText(rule) : `${known}; ${ruleText(rule)}`);
  }
  return texts;
}

/** What is judged goes before the words of the author. */
export function ruleText({ text, judged, weight }: ViewRule): string {
  const words = judged === '' || judged === text ? text : `${text} (${judged})`;
  return weight === '' ? words : `${words} [${weight}]`;
}

function bindingText({ sets, strength, at }: ViewBinding): string {
  const where = at === '' ? '' : `at ${at}`;
  return [sets.join(', '), strength, where].filter((part) => part !== '').join(' ');
}
