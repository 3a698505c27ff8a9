import { durationMs } from '../../base/duration.js';

/** What is done to the system under test, and what takes it back. */
export const SUT_ACTIONS = {
  kill: 'start',
  stop: 'start',
  pause: 'resume',
  'cut-off': 'restore',
} as const;

export type SutAction = keyof typeof SUT_ACTIONS;
export type SutUndo = (typeof SUT_ACTIONS)[SutAction];

/** Something that is done to the system under test while a load runs. */
export interface SutEvent {
  readonly action: SutAction;
  /** Milliseconds after the start of the plan, or messages that were acknowledged. */
  readonly at: { readonly kind: 'time'; readonly ms: number } | { readonly kind: 'count'; readonly messages: number };
  /** Milliseconds until it is taken back. */
  readonly forMs: number;
}

export type SutEventResult =
  | { readonly kind: 'event'; readonly event: SutEvent }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string };

const REMEDY =
  'write kill:at=30s,for=2s or cut-off:at=5000 messages,for=10s; there are kill, stop, pause and cut-off, each taken back';
const FOR_MS = 1_000;

/** Reads `kill:at=30s,for=2s`. */
export function parseSutEvent(text: string): SutEventResult {
  const [, action = '', rest = ''] = /^\s*([a-z-]+)\s*:(.*)$/.exec(text) ?? [];
  if (!isAction(action)) return mistake(`"${text}" names nothing that can be done to a system under test`);
  const given = new Map(
    rest.split(',').map((part) => {
      const [key = '', value = ''] = part.split('=');
      return [key.trim(), value.trim()] as const;
    }),
  );
  const unknown = [...given.keys()].find((key) => key !== 'at' && key !== 'for');
  if (unknown !== undefined) return mistake(`"${text}" has no parameter "${unknown}"`);
  const at = readAt(given.get('at') ?? '');
  const forMs = given.has('for') ? durationMs(given.get('for') ?? '') : FOR_MS;
  if (at === undefined) return mistake(`"${text}" does not say when`);
  if (forMs === undefined) return mistake(`"${text}" does not say for how long`);
  return { kind: 'event', event: { action, at, forMs } };
}

function readAt(text: string): SutEvent['at'] | undefined {
  const [, count] = /^(\d+) messages?$/.exec(text) ?? [];
  if (count !== undefined) return { kind: 'count', messages: Number(count) };
  const ms = durationMs(text);
  return ms === undefined ? undefined : { kind: 'time', ms };
}

function isAction(text: string): text is SutAction {
  return Object.hasOwn(SUT_ACTIONS, text);
}

function mistake(what: string): SutEventResult {
  return { kind: 'mistake', what, remedy: REMEDY };
}
