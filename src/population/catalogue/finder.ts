import { normalName } from './normal-name.js';

export interface FinderOptions<T> {
  /** For messages: `laboratory test`, `drug`. */
  readonly what: string;
  /** Searched in this order: a looser match in an earlier tier wins over one in a later tier. */
  readonly tiers: readonly (readonly T[])[];
  /** All names under which an item may be asked for; the first is shown in messages. */
  readonly names: (item: T) => readonly string[];
  /** Further names, each for the item that has the second one. */
  readonly aliases?: Readonly<Record<string, string>>;
}

interface Entry<T> {
  readonly item: T;
  readonly shown: string;
  readonly names: readonly string[];
}

/**
 * A look-up by human name. Case, punctuation and word order do not matter; words may be left out as long as one item
 * remains. Throws where nothing, or more than one thing, answers to the name; the message lists the nearest names.
 */
export function finder<T>(options: FinderOptions<T>): (name: string) => T {
  let tiers: readonly (readonly Entry<T>[])[] | undefined;
  let exact: ReadonlyMap<string, T> | undefined;
  return (name) => {
    tiers ??= options.tiers.map((items) => items.map((item) => entry(item, options.names(item))));
    exact ??= exactIndex(tiers.flat(), options.aliases ?? {});
    return exact.get(normalName(name)) ?? byWords(name, tiers, options.what);
  };
}

function entry<T>(item: T, names: readonly string[]): Entry<T> {
  return { item, shown: names[0] ?? '', names: names.filter((name) => name !== '').map(normalName) };
}

function exactIndex<T>(
  entries: readonly Entry<T>[],
  aliases: Readonly<Record<string, string>>,
): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const { item, names } of entries) for (const name of names) if (!index.has(name)) index.set(name, item);
  for (const [alias, target] of Object.entries(aliases)) {
    const item = index.get(normalName(target));
    if (item === undefined)
      throw new Error(`the alias '${alias}' points at '${target}', which is not in the catalogue`);
    index.set(normalName(alias), item);
  }
  return index;
}

function byWords<T>(name: string, tiers: readonly (readonly Entry<T>[])[], what: string): T {
  const words = normalName(name).split(' ');
  for (const tier of words[0] === '' ? [] : tiers) {
    const hits = tier.filter(({ names }) => names.some((candidate) => hasAll(candidate, words)));
    const [hit, ...others] = hits;
    if (hit !== undefined && others.length === 0) return hit.item;
    if (hit !== undefined) throw new Error(`the ${what} '${name}' is ambiguous. Say which one: ${listed(hits)}.`);
  }
  const nearest = tiers
    .flat()
    .map((candidate) => ({
      ...candidate,
      score: Math.max(...candidate.names.map((n) => likeness(n, words.join(' ')))),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
  throw new Error(`there is no ${what} '${name}' in the catalogue. The nearest are: ${listed(nearest)}.`);
}

function listed(entries: readonly { readonly shown: string }[]): string {
  return entries
    .slice(0, 8)
    .map(({ shown }) => `'${shown}'`)
    .join(', ');
}

function hasAll(candidate: string, words: readonly string[]): boolean {
  const own = new Set(candidate.split(' '));
  return words.every((word) => own.has(word));
}

/** Dice's coefficient over pairs of letters, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / Math.max(1, left.size + right.size);
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}
