import type { Effect, Role, Simulator, SimulatorEvent, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { parseMessage } from '../../src/hl7/parse.js';
import { keyOfPatient, type PatientReference } from '../care/patient-key.js';
import type { EhrCommand } from '../ehr/commands.js';
import type { EhrState } from '../ehr/ehr-state.js';
import type { LisCommand } from '../lis/commands.js';
import type { LisState } from '../lis/lis-state.js';
import type { PharmacyCommand } from '../pharmacy/commands.js';
import type { PharmacyState } from '../pharmacy/pharmacy-state.js';
import type { RisCommand } from '../ris/commands.js';
import type { RisState } from '../ris/ris-state.js';
import { type ToolChoices, testTools } from './test-tools.js';

/** Who may stand in a ward, and what each can be told and asked. */
interface Cast {
  readonly ehr: { readonly command: EhrCommand; readonly state: EhrState };
  readonly lis: { readonly command: LisCommand; readonly state: LisState };
  readonly ris: { readonly command: RisCommand; readonly state: RisState };
  readonly pharmacy: { readonly command: PharmacyCommand; readonly state: PharmacyState };
}

type AnySimulator = Simulator<unknown, unknown>;

/** One message that went from one system to the other, with its reply. */
export interface Passed {
  readonly from: Role;
  readonly to: Role;
  readonly message: Message;
  readonly reply: Message;
}

interface Pending {
  readonly role: Role;
  readonly key: string;
  readonly effect: Extract<Effect, { readonly kind: 'schedule' }>;
}

const STEP_MS = 60_000;

/** Two simulators that talk to each other without sockets: what one sends, the other receives, as bytes. */
export class Ward {
  readonly passed: Passed[] = [];
  /** What was done at each system, what reached it, and what it was answered; timers apart. */
  readonly lived: { role: Role; event: SimulatorEvent<unknown> }[] = [];
  readonly notes: { role: Role; level: string; text: string }[] = [];
  readonly #simulators: ReadonlyMap<Role, AnySimulator>;
  readonly #states = new Map<string, unknown>();
  readonly #choices: ToolChoices;
  readonly #pending: Pending[] = [];
  #now: number;

  constructor(simulators: readonly AnySimulator[], choices: ToolChoices = {}) {
    this.#simulators = new Map(simulators.map((simulator) => [simulator.role, simulator]));
    this.#choices = choices;
    this.#now = (choices.now ?? new Date('2026-03-02T08:00:00Z')).getTime();
  }

  /** Everything that was sent about something, as `ORM^O01`. */
  types(from?: Role): readonly string[] {
    return this.passed
      .filter((one) => from === undefined || one.from === from)
      .map(({ message }) => `${message.type.code}^${message.type.trigger}`);
  }

  last(code: string): Passed {
    const found = this.passed.findLast(({ message, reply }) => message.type.code === code || reply.type.code === code);
    if (found === undefined) throw new Error(`no ${code} was sent; there were ${this.types().join(', ')}`);
    return found;
  }

  alerts(role?: Role): readonly string[] {
    return this.notes
      .filter((note) => note.level === 'alert' && (role === undefined || note.role === role))
      .map(({ text }) => text);
  }

  get now(): Date {
    return new Date(this.#now);
  }

  /** Somebody at that system does something. */
  act<R extends Role>(role: R, command: Cast[R]['command']): void {
    this.do(role, command);
  }

  do(role: Role, command: unknown): void {
    this.#now += STEP_MS;
    this.#take(role, { kind: 'command', command });
  }

  /** Delivers a message to `to` as if it came from the other one, and gives the reply. */
  deliver(to: Role, message: Message): Message {
    return this.#deliver(to === 'ehr' ? this.#other('ehr') : 'ehr', to, message);
  }

  /** Lets the timers run until none is left. */
  pass(): void {
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) {
      this.#now += next.effect.afterMs;
      this.#takeAt(next.role, next.key, { kind: 'timer', name: next.effect.name, data: next.effect.data });
    }
  }

  /** What the system holds of a patient. */
  of<R extends Role>(role: R, patient: PatientReference): Cast[R]['state'] {
    // Each role's states come from its own simulator alone.
    return this.#state(role, keyOfPatient(patient)) as Cast[R]['state'];
  }

  #state(role: Role, key: string): unknown {
    return this.#states.get(`${role} ${key}`) ?? this.#of(role).initial(key);
  }

  #of(role: Role): AnySimulator {
    const simulator = this.#simulators.get(role);
    if (simulator === undefined) throw new Error(`there is no ${role} in this ward`);
    return simulator;
  }

  #tools(role: Role): SimulatorTools {
    return testTools(role, { ...this.#choices, now: this.now });
  }

  #take(role: Role, event: SimulatorEvent<unknown>): Message | undefined {
    this.lived.push({ role, event });
    return this.#takeAt(role, this.#of(role).keyOf(event), event);
  }

  #takeAt(role: Role, key: string, event: SimulatorEvent<unknown>): Message | undefined {
    const step = this.#of(role).step(this.#state(role, key), event, this.#tools(role));
    this.#states.set(`${role} ${key}`, step.state);
    let reply: Message | undefined;
    for (const effect of step.effects) {
      if (effect.kind === 'reply') reply = effect.message;
      if (effect.kind === 'note') this.notes.push({ role, level: effect.level, text: effect.text });
      if (effect.kind === 'schedule') this.#schedule(role, key, effect);
    }
    // The reply leaves before anything else that the step sends.
    for (const effect of step.effects) if (effect.kind === 'send') this.#send(role, effect.message);
    return reply;
  }

  #schedule(role: Role, key: string, effect: Extract<Effect, { readonly kind: 'schedule' }>): void {
    const target = effect.key ?? key;
    if (effect.afterMs > 0) this.#pending.push({ role, key: target, effect });
    else this.#takeAt(role, target, { kind: 'timer', name: effect.name, data: effect.data });
  }

  #send(from: Role, message: Message): void {
    const to = this.#other(from);
    const reply = this.#deliver(from, to, message);
    this.#take(from, { kind: 'answered', sent: message, reply });
  }

  #deliver(from: Role, to: Role, message: Message): Message {
    const place = this.passed.length;
    const reply = this.#take(to, { kind: 'received', message: reparsed(message) });
    if (reply === undefined) throw new Error(`${to} did not answer ${message.type.code}^${message.type.trigger}`);
    this.passed.splice(place, 0, { from, to, message, reply: reparsed(reply) });
    return reparsed(reply);
  }

  #other(role: Role): Role {
    const other = [...this.#simulators.keys()].find((candidate) => candidate !== role);
    if (other === undefined) throw new Error('a ward needs two systems');
    return other;
  }
}

/** What the other side sees: the bytes. */
function reparsed(message: Message): Message {
  const parsed = parseMessage(message.serialize());
  if (parsed.kind === 'malformed')
    throw new Error(`a simulator made a malformed message: ${parsed.defects[0]?.reason}`);
  return parsed.message;
}
