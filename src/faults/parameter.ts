import { durationMs } from '../base/duration.js';

/** One parameter of a fault, read from text. */
export interface Parameter<Value> {
  /** What it means, with its unit: one line for help. */
  readonly says: string;
  /** What a good value looks like, for the message about a bad one. */
  readonly expects: string;
  readonly default: Value;
  /** Undefined when the text is no such value. */
  read(text: string): Value | undefined;
}

/** Nominal milliseconds, written with a unit: `8s`, `250ms`. */
export function duration(defaultMs: number, says: string): Parameter<number> {
  return { says, expects: 'a duration with its unit, such as 250ms or 8s', default: defaultMs, read: durationMs };
}

/** A whole number within bounds, both included. */
export function count(byDefault: number, says: string, low = 1, high?: number): Parameter<number> {
  const read = (text: string): number | undefined => {
    return /^\d+$/.test(text) && Number(text) >= low && Number(text) <= (high ?? Infinity) ? Number(text) : undefined;
  };
  const expects = `a whole number from ${low}${high === undefined ? '' : ` to ${high}`}`;
  return { says, expects, default: byDefault, read };
}

export function choice<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  says: string,
): Parameter<Choice> {
  const read = (text: string): Choice | undefined => choices.find((one) => one === text);
  return { says, expects: `one of ${choices.join(', ')}`, default: choices[0], read };
}

export function text(byDefault: string, says: string): Parameter<string> {
  return { says, expects: 'a text without commas', default: byDefault, read: (given) => given };
}
