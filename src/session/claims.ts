import { MessageClock } from '../base/clock.js';
import type { KeyPart } from '../base/rng.js';
import type { Dialect, Scene, Scenes } from '../endpoint/scene.js';
import type { Message } from '../hl7/message.js';

/** The scene of one scenario. Its clock starts where the run's message clock starts, so scenarios do not disturb each other. */
export class ScenarioScene implements Scene {
  readonly id: string;
  readonly key: readonly KeyPart[];
  readonly clock: MessageClock;
  readonly startedAt: Date;
  readonly #claims: Claims;
  /** Whether messages that nobody claims belong to this scenario: the system under test invents its own patients. */
  adopts = false;
  closed = false;
  dialect: Dialect = {};

  constructor(id: string, key: readonly KeyPart[], start: Date, claims: Claims) {
    this.id = id;
    this.key = key;
    this.startedAt = start;
    this.clock = new MessageClock(start);
    this.#claims = claims;
  }

  claim(identifier: string): void {
    this.#claims.register(identifier, this);
  }
}

/**
 * Which scenario a message belongs to, by the identifiers that were minted for it. What a system under test re-sends
 * late is so found to belong to the earlier scenario and not to the one that happens to run.
 */
export class Claims implements Scenes {
  readonly #byIdentifier = new Map<string, Scene>();
  readonly #stray: Scene;
  #current: ScenarioScene | undefined;

  constructor(seed: string, start: Date) {
    this.#stray = {
      id: undefined,
      key: [seed, 'stray'],
      clock: new MessageClock(start),
      startedAt: start,
      closed: false,
      dialect: {},
      claim: () => {},
    };
  }

  enter(scene: ScenarioScene): void {
    this.#current = scene;
  }

  leave(scene: ScenarioScene): void {
    if (this.#current === scene) this.#current = undefined;
  }

  register(identifier: string, scene: Scene): void {
    if (identifier !== '') this.#byIdentifier.set(identifier, scene);
  }

  current(): Scene {
    return this.#current ?? this.#stray;
  }

  ofMessage(message: Message): Scene {
    const identifiers = identifiersOf(message);
    for (const identifier of identifiers) {
      const scene = this.#byIdentifier.get(identifier);
      if (scene) return scene;
    }
    return this.#adopt(identifiers);
  }

  #adopt(identifiers: readonly string[]): Scene {
    const scene = this.#current;
    if (!scene?.adopts) return this.#stray;
    for (const identifier of identifiers) scene.claim(identifier);
    return scene;
  }
}

const IDENTIFYING = ['MSA-2', 'ORC-2.1', 'OBR-2.1', 'ORC-3.1', 'OBR-3.1', 'MRG-1.1', 'PV1-19.1', 'MSH-10'] as const;

function identifiersOf(message: Message): readonly string[] {
  const patient: string[] = [];
  for (let repetition = 1; repetition <= message.repetitions('PID-3'); repetition++) {
    const id = message.get(`PID-3[${repetition}].1`) ?? '';
    patient.push(`${id}^${message.get(`PID-3[${repetition}].4.1`) ?? ''}`, id);
  }
  return [...IDENTIFYING.map((path) => message.get(path) ?? ''), ...patient].filter((id) => id !== '');
}
