/** A stream of pseudo-random numbers that depends on its key alone. */
export interface Rng {
  /** A number in [0, 1). */
  next(): number;
  /** An integer between `low` and `high`, both included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** True with probability `p` (0 to 1). */
  chance(p: number): boolean;
}

export type KeyPart = string | number;

/**
 * 64-bit FNV-1a over the key parts as two unsigned 32-bit words, each mixed once more so that keys which
 * differ in one late character differ everywhere. The parts are separated, so ('ab','c') is not ('a','bc').
 */
export function hashKey(...key: readonly KeyPart[]): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const part of key) {
    const text = `${part}\u0000`;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ (code + (a >>> 7)), 0x85ebca6b);
    }
  }
  return [mix(a), mix(b ^ (a >>> 16))];
}

function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A generator keyed by (seed, scenario, stream, entity ...); the same key gives the same numbers in any order of use. */
export function rng(...key: readonly KeyPart[]): Rng {
  let [a, b] = hashKey(...key);
  let c = 0x9e3779b9;
  let d = 1;
  // sfc32: small, fast, passes PractRand; the state is the hashed key.
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) word();
  const next = (): number => word() / 0x1_0000_0000;
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error('cannot pick from an empty list');
      return item;
    },
    chance: (p) => next() < p,
  };
}
