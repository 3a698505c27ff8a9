/** Told of every key that is not there as often as it should be. */
export interface KeyDifferences {
  /** Expected once more than it came. */
  missing(key: bigint): void;
  /** Came once more than it was expected, and is expected at all. */
  repeated(key: bigint): void;
  /** Came and is not expected at all. */
  unknown(key: bigint): void;
}

/** Compares two multisets of keys, both in ascending order. */
export function compareKeys(expected: Iterator<bigint>, came: Iterator<bigint>, tell: KeyDifferences): void {
  let [want, have] = [expected.next(), came.next()];
  /** The last key that was expected, and came as often. */
  let met: bigint | undefined;
  while (!want.done || !have.done) {
    if (have.done || (!want.done && want.value < have.value)) {
      tell.missing(want.value);
      want = expected.next();
    } else if (want.done || have.value < want.value) {
      if (have.value === met) tell.repeated(have.value);
      else tell.unknown(have.value);
      have = came.next();
    } else {
      met = want.value;
      want = expected.next();
      have = came.next();
    }
  }
}
