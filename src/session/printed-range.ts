/** A reference range as OBX-7 prints it. An end that is absent is open; one that is left out does not belong to it. */
export interface PrintedRange {
  readonly low?: number;
  readonly high?: number;
  /** Whether the ends themselves are within: they are in `3.5-5.1` and `<=5`, and not in `<5`. */
  readonly withEnds: boolean;
}

const NUMBER = '([+-]?\\d+(?:\\.\\d+)?)';
const FROM_TO = new RegExp(`^${NUMBER}\\s*(?:-|–|\\.\\.|to)\\s*${NUMBER}$`);
const ONE_END = new RegExp(`^(<=|>=|<|>)\\s*${NUMBER}$`);

/** `3.5-5.1`, `<5.0`, `>= 60`; undefined for anything else, such as a range in words. */
export function rangeOf(printed: string): PrintedRange | undefined {
  const text = printed.trim();
  const [, low, high] = FROM_TO.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return { low: Number(low), high: Number(high), withEnds: true };
  const [, sign, end] = ONE_END.exec(text) ?? [];
  if (sign === undefined || end === undefined) return undefined;
  const withEnds = sign.endsWith('=');
  return sign.startsWith('<') ? { high: Number(end), withEnds } : { low: Number(end), withEnds };
}

/** On which side of the range a value lies. */
export function sideOf(value: number, { low, high, withEnds }: PrintedRange): 'below' | 'within' | 'above' {
  if (low !== undefined && (withEnds ? value < low : value <= low)) return 'below';
  if (high !== undefined && (withEnds ? value > high : value >= high)) return 'above';
  return 'within';
}
