import { departmentsOf } from '../../../simulators/departments.js';
import { ehr, lis, pharmacy, ris } from '../../../simulators/index.js';
import { newWalk } from '../../../simulators/new-walk.js';
import { PATHWAYS } from '../../../simulators/pathways.js';
import { mint } from '../../base/mint.js';
import { rng } from '../../base/rng.js';
import type { Effect, Role, Simulator, SimulatorEvent, SimulatorTools } from '../../endpoint/simulator.js';
import type { Message } from '../../hl7/message.js';

/** A message of a stay, as its sender makes it. */
export interface RehearsedMessage {
  readonly from: Role;
  readonly message: Message;
}

export interface RehearsalFacts {
  readonly seed: string;
  /** Which patient, from 1. */
  readonly patient: number;
  /** A pathway of the EHR: `inpatient`. */
  readonly pathway: string;
  readonly now: Date;
  readonly version: SimulatorTools['version'];
  readonly charset?: string;
}

type AnySimulator = Simulator<unknown, unknown>;

interface Timed {
  readonly role: Role;
  readonly key: string;
  readonly effect: Extract<Effect, { readonly kind: 'schedule' }>;
}

const STEP_MS = 60_000;
/** More than any pathway needs: two simulators that answer each other for ever are a mistake. */
const MOST_STEPS = 10_000;

/**
 * One patient's stay, played by the simulators of the functional suite among themselves, without sockets: every message that
 * each of them would send, in order. What a load run sends is made of it.
 */
export function rehearse(facts: RehearsalFacts): readonly RehearsedMessage[] {
  return new Rehearsal(facts).play();
}

class Rehearsal {
  readonly #facts: RehearsalFacts;
  readonly #simulators: Readonly<Record<Role, AnySimulator>> = {
    ehr: ehr() as AnySimulator,
    lis: lis({ progress: 'finalise' }) as AnySimulator,
    ris: ris({ progress: 'report' }) as AnySimulator,
    pharmacy: pharmacy({ progress: 'dispense' }) as AnySimulator,
  };
  readonly #states = new Map<string, unknown>();
  readonly #timed: Timed[] = [];
  readonly #sent: RehearsedMessage[] = [];
  #now: number;
  #steps = 0;

  constructor(facts: RehearsalFacts) {
    this.#facts = facts;
    this.#now = facts.now.getTime();
  }

  play(): readonly RehearsedMessage[] {
    const { seed, patient, pathway } = this.#facts;
    const found = PATHWAYS.find((one) => one.role === 'ehr' && one.name === pathway);
    if (found?.role !== 'ehr') throw new Error(`there is no pathway "${pathway}"`);
    for (const command of found.walk(newWalk(seed, patient, new Date(this.#now)))) {
      this.#now += STEP_MS;
      this.#take('ehr', { kind: 'command', command });
      this.#runTimers();
    }
    return this.#sent;
  }

  #runTimers(): void {
    for (let next = this.#timed.shift(); next !== undefined; next = this.#timed.shift()) {
      this.#now += next.effect.afterMs;
      this.#step(next.role, next.key, { kind: 'timer', name: next.effect.name, data: next.effect.data });
    }
  }

  #take(role: Role, event: SimulatorEvent<unknown>): Message | undefined {
    return this.#step(role, this.#simulators[role].keyOf(event), event);
  }

  #step(role: Role, key: string, event: SimulatorEvent<unknown>): Message | undefined {
    if (++this.#steps > MOST_STEPS) throw new Error(`the pathway "${this.#facts.pathway}" does not end`);
    const place = `${role} ${key}`;
    const simulator = this.#simulators[role];
    const { state, effects } = simulator.step(
      this.#states.get(place) ?? simulator.initial(key),
      event,
      this.#tools(role),
    );
    this.#states.set(place, state);
    for (const effect of effects) {
      if (effect.kind === 'schedule') this.#timed.push({ role, key: effect.key ?? key, effect });
    }
    for (const effect of effects) if (effect.kind === 'send') this.#send(role, effect.message);
    return effects.find((effect) => effect.kind === 'reply')?.message;
  }

  #send(from: Role, message: Message): void {
    this.#sent.push({ from, message });
    for (const to of receivers(from, message)) {
      const reply = this.#take(to, { kind: 'received', message });
      if (reply !== undefined) this.#take(from, { kind: 'answered', sent: message, reply });
    }
  }

  #tools(role: Role): SimulatorTools {
    const { seed, patient, version, charset } = this.#facts;
    return {
      now: new Date(this.#now),
      self: { application: role.toUpperCase(), facility: 'PHGH' },
      peer: { application: 'ENGINE', facility: 'PHGH' },
      processingId: 'T',
      version,
      orderAnswer: 'own-message',
      ...(charset !== undefined && { charset }),
      mint: (what, ...entity) => mint(what.slice(0, 2).toUpperCase(), 12, seed, patient, role, what, ...entity),
      random: (...purpose) => rng(seed, patient, role, ...purpose),
    };
  }
}

/** To whom an engine between the systems would pass the message on. */
function receivers(from: Role, message: Message): readonly Role[] {
  return from === 'ehr' ? departmentsOf(message) : ['ehr'];
}
