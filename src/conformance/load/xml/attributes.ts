import type { Cardinality } from '../../model/usage.js';
import { doubt, type Reading, refuse } from './reading.js';
import type { XmlElement } from './xml-element.js';

/** '' where the attribute is absent: profiles hardly ever tell apart absent and empty. */
export function attribute(element: XmlElement, name: string): string {
  return element.attributes[name] ?? '';
}

/** undefined where the attribute is absent or empty. */
export function optional(element: XmlElement, name: string): string | undefined {
  const value = element.attributes[name];
  return value === '' ? undefined : value;
}

/** An object with the attribute under `key`, or an empty one: for optional properties. */
export function given<Key extends string>(element: XmlElement, name: string, key: Key): { [K in Key]?: string } {
  const value = optional(element, name);
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };
}

/** Absent or empty is an error; '' then. */
export function required(reading: Reading, element: XmlElement, name: string): string {
  const value = attribute(element, name);
  if (value === '') {
    refuse(reading, element, 'missing-attribute', `<${element.name}> has no ${name}`, `Give it the attribute ${name}.`);
  }
  return value;
}

/** One of `values`; undefined where the attribute is absent, and with an error where it is something else. */
export function oneOf<Value extends string>(
  reading: Reading,
  element: XmlElement,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = optional(element, name);
  if (text === undefined) return undefined;
  const value = values.find((known) => known === text);
  if (value === undefined) {
    const message = `${name}="${text}" of <${element.name}> is none of ${values.join(', ')}`;
    refuse(reading, element, 'bad-value', message, 'Write one of these.');
  }
  return value;
}

/** As `oneOf`, but anything else counts as not said, and is doubtful only. */
export function oneOfIfKnown<Value extends string>(
  reading: Reading,
  element: XmlElement,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = optional(element, name)?.trim();
  const value = values.find((known) => known === text);
  if (text && value === undefined) {
    const message = `${name}="${text}" of <${element.name}> has no effect`;
    doubt(reading, element, 'ignored-value', message, `Write one of ${values.join(', ')}.`);
  }
  return value;
}

/** XML Schema's boolean; undefined where the attribute is absent. */
export function flag(reading: Reading, element: XmlElement, name: string): boolean | undefined {
  const value = oneOf(reading, element, name, ['true', '1', 'false', '0'] as const);
  return value === undefined ? undefined : value === 'true' || value === '1';
}

const WHOLE = /^\d{1,9}$/;

/** A whole number, 0 or more; undefined where the attribute is absent, and with an error where it is something else. */
export function wholeNumber(reading: Reading, element: XmlElement, name: string): number | undefined {
  const text = optional(element, name);
  if (text === undefined) return undefined;
  if (WHOLE.test(text)) return Number(text);
  badNumber(reading, element, name, text, 'Write a whole number, 0 or more.');
  return undefined;
}

/** Absent or malformed is an error; 0 then. */
export function requiredNumber(reading: Reading, element: XmlElement, name: string): number {
  required(reading, element, name);
  return wholeNumber(reading, element, name) ?? 0;
}

/** Two bounds, the upper one `*` for none; undefined where the lower one is absent, or with an error. */
export function range(reading: Reading, element: XmlElement, low: string, high: string): Cardinality | undefined {
  const min = wholeNumber(reading, element, low);
  if (min === undefined) return undefined;
  const max = attribute(element, high) === '*' ? Number.POSITIVE_INFINITY : wholeNumber(reading, element, high);
  if (max === undefined) {
    if (attribute(element, high) === '') required(reading, element, high);
    return undefined;
  }
  if (min <= max) return { min, max };
  const message = `${low}="${min}" of <${element.name}> is more than ${high}="${max}"`;
  refuse(reading, element, 'min-above-max', message, `Lower ${low} or raise ${high}.`);
  return undefined;
}

export function badNumber(reading: Reading, element: XmlElement, name: string, text: string, remedy: string): void {
  refuse(reading, element, 'bad-number', `${name}="${text}" of <${element.name}> is not a number here`, remedy);
}
