import { closest } from '../base/closest.js';
import { durationMs } from '../base/duration.js';
import type { FaultDefinition } from './definition.js';
import type { Fault } from './fault.js';
import { count, type Parameter, text } from './parameter.js';
import { NEXT, type On, type Selection } from './selection.js';
import { UNTESTABLE } from './untestable.js';

/**
 * A fault and the messages that it is for. `mistakes`: all of them, one sentence each. `isUntestable`: it is a fault, but one that plain
 * sockets cannot make.
 */
export type ParsedFault =
  | { readonly kind: 'fault'; readonly fault: Fault; readonly selection: Selection }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly string[]; readonly isUntestable?: true };

const ON: Parameter<On> = {
  says: 'which messages: next, every n (each n-th), a probability from 0 to 1, or all for a time (30s) from the first on',
  expects: 'next, every n, a probability from 0 to 1, or a duration such as 30s',
  default: NEXT.on,
  read: readOn,
};

/** Parameters that every fault has. */
const COMMON: Readonly<Record<string, Parameter<unknown>>> = {
  on: ON,
  times: count(1, 'how often at most; 0 is off', 0),
  after: count(0, 'so many messages are let pass first', 0),
  type: text('', 'only messages of this type: ORU^R01 or ORU'),
};

/**
 * Reads `late-acknowledgment:delay=8s,on=every 3,times=2`: the name, then parameters with their units. Where only `on` is
 * given, other than `next`, there is no limit to `times`. `faults` are the ones that may be named.
 */
export function parseFault(given: string, faults: readonly FaultDefinition[]): ParsedFault {
  const [name = '', rest = ''] = split(given, ':');
  const definition = faults.find((fault) => fault.name === name);
  if (definition === undefined) return untestable(name) ?? { kind: 'mistaken', mistakes: [unknownFault(name, faults)] };
  const known = { ...COMMON, ...definition.parameters };
  const values: Record<string, unknown> = {};
  const mistakes: string[] = [];
  for (const part of rest.split(',').filter((text) => text.trim() !== '')) {
    const [key = '', value = ''] = split(part, '=');
    const parameter = Object.hasOwn(known, key) ? known[key] : undefined;
    const read = parameter?.read(value);
    if (parameter === undefined) mistakes.push(unknownParameter(name, key, Object.keys(known)));
    else if (read === undefined) mistakes.push(`${name}: ${key}=${value} must be ${parameter.expects}`);
    else values[key] = read;
  }
  if (mistakes.length > 0) return { kind: 'mistaken', mistakes };
  return {
    kind: 'fault',
    fault: definition.make(own(values, definition)),
    selection: selectionOf({ ...definition.usually, ...values }),
  };
}

function own(values: Record<string, unknown>, definition: FaultDefinition): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in definition.parameters));
}

function selectionOf(values: { on?: On; times?: number; after?: number; type?: string }): Selection {
  const { on = NEXT.on, after = NEXT.after, type } = values;
  const times = values.times ?? (on.kind === 'next' ? NEXT.times : Number.POSITIVE_INFINITY);
  return { on, times, after, ...(type && { type }) };
}

function readOn(given: string): On | undefined {
  if (given === 'next') return NEXT.on;
  const [, n] = /^every (\d+)$/.exec(given) ?? [];
  if (n !== undefined) return Number(n) > 0 ? { kind: 'every', n: Number(n) } : undefined;
  const ms = durationMs(given);
  if (ms !== undefined) return { kind: 'span', ms };
  const p = /^(0|1|0?\.\d+|[01]\.0*)$/.test(given) ? Number(given) : Number.NaN;
  return Number.isNaN(p) ? undefined : { kind: 'probability', p };
}

function split(given: string, separator: string): readonly string[] {
  const at = given.indexOf(separator);
  return at < 0 ? [given.trim()] : [given.slice(0, at).trim(), given.slice(at + 1).trim()];
}

function untestable(name: string): ParsedFault | undefined {
  const reason = Object.hasOwn(UNTESTABLE, name) ? UNTESTABLE[name] : undefined;
  return reason === undefined ? undefined : { kind: 'mistaken', mistakes: [`${name}: ${reason}`], isUntestable: true };
}

function unknownFault(name: string, faults: readonly FaultDefinition[]): string {
  const names = faults.map((fault) => fault.name);
  const meant = closest(name, names);
  return `there is no fault "${name}"; ${meant ? `did you mean ${meant}? there` : 'there'} are ${names.join(', ')}`;
}

function unknownParameter(name: string, key: string, known: readonly string[]): string {
  const meant = closest(key, known);
  return `${name} has no parameter "${key}"; ${meant ? `did you mean ${meant}? it` : 'it'} has ${known.join(', ')}`;
}
