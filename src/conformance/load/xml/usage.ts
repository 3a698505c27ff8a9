import { type ConditionalOutcome, USAGES, type Usage } from '../../model/usage.js';
import { attribute, required } from './attributes.js';
import { type Reading, refuse } from './reading.js';
import type { XmlElement } from './xml-element.js';

const CONDITIONAL = /^C\s*\(\s*(\w+)\s*\/\s*(\w+)\s*\)$/;

export interface StatedUsage {
  readonly usage: Usage;
  readonly outcome?: ConditionalOutcome;
}

/** `R`, or `C(R/X)` with both outcomes; anything else, or nothing, is an error. */
export function readUsage(reading: Reading, element: XmlElement): StatedUsage {
  const text = required(reading, element, 'Usage').trim();
  if (text === '') return { usage: 'O' };
  const [, whenTrue, whenFalse] = CONDITIONAL.exec(text) ?? [];
  if (isUsage(whenTrue) && isUsage(whenFalse)) return { usage: 'C', outcome: { whenTrue, whenFalse } };
  if (isUsage(text)) return { usage: text };
  badUsage(reading, element, 'Usage', USAGES);
  return { usage: 'O' };
}

export function badUsage(reading: Reading, element: XmlElement, name: string, known: readonly Usage[]): void {
  const message = `${name}="${attribute(element, name)}" of <${element.name}> is no usage that can stand here`;
  refuse(reading, element, 'bad-usage', message, `Write one of ${known.join(', ')}.`);
}

export function isUsage(text: string | undefined): text is Usage {
  return USAGES.some((usage) => usage === text);
}
