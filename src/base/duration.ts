const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['millisecond', 1],
  ['s', 1_000],
  ['sec', 1_000],
  ['second', 1_000],
  ['m', 60_000],
  ['min', 60_000],
  ['minute', 60_000],
  ['h', 3_600_000],
  ['hour', 3_600_000],
  ['d', 86_400_000],
  ['day', 86_400_000],
]);

/** `12 seconds`, `250ms`, `1.5 h` in milliseconds; undefined when the text is not a duration. */
export function durationMs(text: string): number | undefined {
  const [, amount, word] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  if (word === undefined) return undefined;
  const unit = word.toLowerCase();
  const factor = UNITS.get(unit) ?? UNITS.get(unit.replace(/s$/, ''));
  return factor === undefined ? undefined : Number(amount) * factor;
}
