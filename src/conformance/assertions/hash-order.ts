/**
 * In which order a hash map of the reference's language (Scala 2.13) gives its keys: of a tree that branches by five bits of
 * the hash a level, first the keys that are alone in their branch. By it the reference compares the parts of elements, and
 * the last difference is the one that it shows.
 */
export function inHashOrder<Key>(keys: readonly Key[], hashOf: (key: Key) => number): readonly Key[] {
  return ordered(keys, hashOf, 0);
}

function ordered<Key>(keys: readonly Key[], hashOf: (key: Key) => number, shift: number): readonly Key[] {
  const branches: Key[][] = Array.from({ length: 32 }, () => []);
  for (const key of keys) branches[(spread(hashOf(key)) >>> shift) & 31]?.push(key);
  const alone = branches.flatMap((branch) => (branch.length === 1 ? branch : []));
  const crowded = branches.filter((branch) => branch.length > 1);
  // Below the last bits of the hash all are the same to the map.
  const below = crowded.flatMap((branch) => (shift > 30 ? branch : ordered(branch, hashOf, shift + 5)));
  return [...alone, ...below];
}

function spread(hash: number): number {
  let h = (hash + ~(hash << 9)) | 0;
  h ^= h >>> 14;
  h = (h + (h << 4)) | 0;
  return h ^ (h >>> 10);
}

/** MurmurHash3's start for records, and the hash of the name of a pair. */
const SEED = 0xcafebabe | 0;
const PAIR = -1778623094;

/** The hash of a pair of whole numbers. */
export function pairHash(first: number, second: number): number {
  return finished(mixed(mixed(mixed(SEED, PAIR), first), second), 2);
}

function mixed(hash: number, data: number): number {
  const k = Math.imul(rotated(Math.imul(data, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotated(hash ^ k, 13), 5) + 0xe6546b64) | 0;
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finished(hash: number, length: number): number {
  let h = hash ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
