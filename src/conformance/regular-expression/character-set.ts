/** A set of Unicode code points: pairs of first and last, in order, apart from each other. */
export type CharacterSet = readonly number[];

export const LAST_CODE_POINT = 0x10ffff;
export const NO_CHARACTER: CharacterSet = [];
export const ANY_CHARACTER: CharacterSet = [0, LAST_CODE_POINT];

export function oneCharacter(codePoint: number): CharacterSet {
  return [codePoint, codePoint];
}

export function union(a: CharacterSet, b: CharacterSet): CharacterSet {
  return united([a, b]);
}

/** Puts ranges in order and joins those that touch. */
export function united(sets: readonly CharacterSet[]): CharacterSet {
  const ranges: [number, number][] = [];
  for (const set of sets) for (let i = 0; i < set.length; i += 2) ranges.push([set[i] ?? 0, set[i + 1] ?? 0]);
  ranges.sort((x, y) => x[0] - y[0]);
  const out: number[] = [];
  for (const [first, last] of ranges) {
    const end = out.at(-1);
    if (end !== undefined && first <= end + 1) out[out.length - 1] = Math.max(end, last);
    else out.push(first, last);
  }
  return out;
}

export function complement(set: CharacterSet): CharacterSet {
  const out: number[] = [];
  let next = 0;
  for (let i = 0; i < set.length; i += 2) {
    const first = set[i] ?? 0;
    if (first > next) out.push(next, first - 1);
    next = (set[i + 1] ?? 0) + 1;
  }
  if (next <= LAST_CODE_POINT) out.push(next, LAST_CODE_POINT);
  return out;
}

export function intersection(a: CharacterSet, b: CharacterSet): CharacterSet {
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const first = Math.max(a[i] ?? 0, b[j] ?? 0);
    const last = Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0);
    if (first <= last) out.push(first, last);
    if ((a[i + 1] ?? 0) < (b[j + 1] ?? 0)) i += 2;
    else j += 2;
  }
  return out;
}

export function overlap(a: CharacterSet, b: CharacterSet): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if ((a[i + 1] ?? 0) < (b[j] ?? 0)) i += 2;
    else if ((b[j + 1] ?? 0) < (a[i] ?? 0)) j += 2;
    else return true;
  }
  return false;
}

export function contains(set: CharacterSet, codePoint: number): boolean {
  for (let i = 0; i < set.length; i += 2) {
    if (codePoint < (set[i] ?? 0)) return false;
    if (codePoint <= (set[i + 1] ?? 0)) return true;
  }
  return false;
}
