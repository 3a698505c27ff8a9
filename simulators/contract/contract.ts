import { type Rng, rng } from '../../src/base/rng.js';
import type { Effect, Simulator, SimulatorEvent, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { frozen } from './frozen.js';
import { mutated } from './mutations.js';

/** A simulator in use: what is done at it and what reaches it, in an order that makes sense. */
export interface ContractSpecimen<Command> {
  readonly events: readonly SimulatorEvent<Command>[];
  readonly tools: SimulatorTools;
  /** How many damaged variants of each message are tried; 25 when absent. */
  readonly mutations?: number;
}

/**
 * Where a simulator breaks the contract of the type `Simulator`, in sentences; empty when it keeps it. It answers every
 * message exactly once and nothing else, names the message in MSA-2, never throws whatever comes, changes no state in
 * place, and gives the same effects for the same seed.
 */
export function contractViolations<State, Command>(
  make: () => Simulator<State, Command>,
  specimen: ContractSpecimen<Command>,
): readonly string[] {
  const once = play(make(), specimen);
  const again = play(make(), specimen);
  const isRepeatable = once.effects.join('\n') === again.effects.join('\n');
  const repeated = isRepeatable ? [] : ['the same events with the same seed gave other effects'];
  return [...once.violations, ...repeated, ...damaged(make(), specimen)];
}

interface Played<State> {
  readonly states: Map<string, State>;
  readonly effects: string[];
  readonly violations: string[];
}

function play<State, Command>(
  simulator: Simulator<State, Command>,
  specimen: ContractSpecimen<Command>,
): Played<State> {
  const played: Played<State> = { states: new Map(), effects: [], violations: [] };
  for (const event of specimen.events) take(simulator, event, specimen.tools, played);
  return played;
}

/** Every message that came, and every reply, once more, with something wrong, in the situation in which it came. */
function damaged<State, Command>(
  simulator: Simulator<State, Command>,
  specimen: ContractSpecimen<Command>,
): readonly string[] {
  const played: Played<State> = { states: new Map(), effects: [], violations: [] };
  for (const [at, event] of specimen.events.entries()) {
    for (let n = 0; n < (specimen.mutations ?? 25); n++) {
      const variant = damagedEvent(event, rng('contract', at, n));
      const aside = { ...played, states: new Map(played.states) };
      if (variant !== undefined) take(simulator, variant, specimen.tools, aside);
    }
    take(simulator, event, specimen.tools, played);
  }
  return played.violations;
}

/** What comes from outside is damaged: a message, or the reply to one of its own. */
function damagedEvent<Command>(event: SimulatorEvent<Command>, random: Rng): SimulatorEvent<Command> | undefined {
  if (event.kind === 'received') {
    const message = mutated(event.message, random);
    return message && { kind: 'received', message };
  }
  if (event.kind !== 'answered') return undefined;
  const reply = mutated(event.reply, random);
  return reply && { ...event, reply };
}

function take<State, Command>(
  simulator: Simulator<State, Command>,
  event: SimulatorEvent<Command>,
  tools: SimulatorTools,
  played: Played<State>,
  at?: string,
): void {
  try {
    const key = at ?? simulator.keyOf(event);
    const step = simulator.step(frozen(played.states.get(key) ?? simulator.initial(key)), event, tools);
    played.states.set(key, step.state);
    played.effects.push(...step.effects.map(describe));
    played.violations.push(...replyFaults(event, step));
    followUp(simulator, step, tools, played, key);
  } catch (error) {
    played.violations.push(`${nameOf(event)} threw: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Timers come back at once, each to the key that it names. */
function followUp<State, Command>(
  simulator: Simulator<State, Command>,
  { effects }: Step<State>,
  tools: SimulatorTools,
  played: Played<State>,
  key: string,
): void {
  for (const effect of effects) {
    if (effect.kind !== 'schedule') continue;
    take(simulator, { kind: 'timer', name: effect.name, data: effect.data }, tools, played, effect.key ?? key);
  }
}

function replyFaults<State, Command>(event: SimulatorEvent<Command>, { effects }: Step<State>): readonly string[] {
  const replies = effects.filter((effect) => effect.kind === 'reply');
  const expected = event.kind === 'received' ? 1 : 0;
  if (replies.length !== expected) return [`${nameOf(event)} got ${replies.length} replies, expected ${expected}`];
  const [reply] = replies;
  if (event.kind !== 'received' || reply === undefined) return [];
  const named = reply.message.bytes('MSA-2')?.toString('latin1') ?? '';
  const sent = event.message.bytes('MSH-10')?.toString('latin1') ?? '';
  return named === sent ? [] : [`the reply to ${nameOf(event)} names ${named} in MSA-2, not ${sent}`];
}

function describe(effect: Effect): string {
  if (effect.kind === 'reply' || effect.kind === 'send')
    return `${effect.kind} ${effect.message.raw.toString('latin1')}`;
  return effect.kind === 'schedule'
    ? `schedule ${effect.name} ${effect.afterMs} ${effect.key ?? ''}`
    : JSON.stringify(effect);
}

function nameOf<Command>(event: SimulatorEvent<Command>): string {
  if (event.kind !== 'received') return `a ${event.kind}`;
  return `${typeOf(event.message)} ${event.message.controlId}`;
}

function typeOf({ type }: Message): string {
  return `${type.code}^${type.trigger}`;
}
