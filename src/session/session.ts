import { AssertionError } from 'node:assert';
import { wallClock } from '../base/clock.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import { SIMULATOR_FAILED } from '../endpoint/simulator-failure.js';
import type { Finding } from '../evidence/finding.js';
import { Cast } from './cast.js';
import { ScenarioScene } from './claims.js';
import { EXPECTATION } from './expectation-category.js';
import { judgeExchange } from './judge-exchanges.js';
import { judgeIdentities } from './judge-identities.js';
import type { Players, ScenarioFacts, Stage } from './stage.js';
import type { ControlAction } from './sut-control.js';
import { HarnessError, Unreachable, Untestable } from './trouble.js';
import { validateExchanges } from './validation.js';

/** What a person calls the four systems. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  ehr: 'EHR',
  lis: 'laboratory',
  ris: 'radiology department',
  pharmacy: 'pharmacy',
};

const MINUTE_MS = 60_000;

type CommandOf<R extends Role> =
  NonNullable<Players[R]> extends Endpoint<infer _State, infer Command> ? Command : never;

function mayBeSilent(command: unknown): boolean {
  return typeof command === 'object' && command !== null && 'silent' in command && command.silent === true;
}

/** What one scenario sees of the run: its people and orders, what it sent, and what it may still expect. */
export class Session {
  #stage: Stage;
  readonly scene: ScenarioScene;
  readonly cast = new Cast();
  /** The last message that a step of this scenario made a simulator send. */
  #lastSent: LiveExchange | undefined;
  readonly #sent: LiveExchange[] = [];
  readonly #used = new Set<string>();
  /** When something was done to the system under test, ISO 8601. */
  readonly controlled: string[] = [];
  /** Findings that do not fail the scenario. */
  readonly #excused = new Set<Finding>();
  readonly #awaited: ((finding: Finding) => boolean)[] = [];
  /** What goes on besides the steps. */
  readonly #meanwhile: Promise<void>[] = [];
  #trouble: Error | undefined;

  constructor(stage: Stage, facts: ScenarioFacts) {
    this.#stage = stage;
    const key = [stage.seed, facts.uri, facts.name, facts.row];
    this.scene = new ScenarioScene(facts.id, key, stage.clock, stage.claims);
    stage.claims.enter(this.scene);
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Moves the scenario to a stage with other players, for what is still to come. */
  play(stage: Stage): void {
    this.#stage = stage;
  }

  /**
   * Ends the scenario: undoes what it did to the links and to the system under test, and fails it for what its exchanges
   * have shown to be wrong.
   */
  async close(): Promise<void> {
    try {
      await Promise.all(this.#meanwhile);
      await this.#restoreLinks();
      for (const action of this.stage.control.owed) await this.control(action);
    } finally {
      this.#leave();
    }
    if (this.#trouble) throw this.#trouble;
    // A missed expectation has failed its step already.
    const errors = this.stage.book.findingsOf(this.scene.id).filter((finding) => this.#fails(finding));
    const own = errors.find(({ code }) => code === SIMULATOR_FAILED);
    if (own) throw new HarnessError(own.message);
    if (errors.length > 0) throw new AssertionError({ message: errors.map(describeFinding).join('\n') });
  }

  #fails(finding: Finding): boolean {
    const { classification, category } = finding;
    return classification === 'Error' && category !== EXPECTATION && !this.#excused.has(finding);
  }

  #leave(): void {
    this.#judge();
    // What an EHR under test goes on to do with its own patients is not late.
    this.scene.closed = !this.scene.adopts;
    this.stage.claims.leave(this.scene);
  }

  #judge(): void {
    const { book, usedAcknowledgmentIds, validation, behaviour } = this.stage;
    for (const exchange of this.exchanges) {
      for (const finding of judgeExchange(exchange, usedAcknowledgmentIds, behaviour))
        book.finding(finding, this.scene.id, exchange);
    }
    for (const { exchange, finding } of judgeIdentities(this.exchanges)) book.finding(finding, this.scene.id, exchange);
    if (validation === undefined) return;
    for (const { exchange, finding, isExcused } of validateExchanges(this.exchanges, validation)) {
      if (isExcused || this.#awaited.some((isAwaited) => isAwaited(finding))) this.#excused.add(finding);
      book.finding(finding, this.scene.id, exchange);
    }
  }

  /** Findings of the validation that this scenario provokes do not fail it. */
  awaitFinding(isAwaited: (finding: Finding) => boolean): void {
    this.#awaited.push(isAwaited);
  }

  async #restoreLinks(): Promise<void> {
    const failures: string[] = [];
    for (const player of Object.values(this.stage.players)) {
      const role: Role = player.role;
      player.faults.clear();
      const result = await player.open();
      if (result.kind === 'failed') failures.push(`the ${ROLE_NAMES[role]} cannot listen again: ${result.message}`);
    }
    if (failures.length > 0) throw new Unreachable(failures.join('\n'));
  }

  /** The simulator of a role; untestable where the system under test plays it. */
  player<R extends Role>(role: R): NonNullable<Players[R]> {
    const player = this.stage.players[role];
    if (player) return player as NonNullable<Players[R]>;
    const reason =
      role === this.stage.sutRole
        ? 'the system under test plays it'
        : 'the environment does not name it under "actors"';
    throw new Untestable(`the scenario needs the ${ROLE_NAMES[role]}, but ${reason}`);
  }

  /** Lets message time pass: a minute between two actions of people unless the scenario says more. */
  pass(ms: number = MINUTE_MS): Date {
    return this.scene.clock.advance(ms);
  }

  /**
   * Does at a simulated system what a person there would do, a minute of message time after the last action, and waits until
   * its messages have begun to be written. The last becomes "the message".
   */
  async act<R extends Role>(role: R, command: CommandOf<R>): Promise<readonly LiveExchange[]> {
    this.pass();
    const player = this.player(role) as unknown as Endpoint<unknown, CommandOf<R>>;
    const exchanges = await this.sent(player.command(command, this.scene));
    if (exchanges.length === 0 && !mayBeSilent(command)) throw new HarnessError(this.#whyNothingWasSent(role));
    return exchanges;
  }

  /** Remembers what was posted, in order, once it has begun to be written. */
  async sent(posted: readonly Promise<LiveExchange>[]): Promise<readonly LiveExchange[]> {
    const exchanges = await Promise.all(posted);
    this.#sent.push(...exchanges);
    this.#lastSent = exchanges.at(-1) ?? this.#lastSent;
    return exchanges;
  }

  /** Makes an earlier message "the message" again. */
  remember(exchange: LiveExchange): void {
    this.#lastSent = exchange;
  }

  #whyNothingWasSent(role: Role): string {
    const note = this.stage.book.findingsOf(this.scene.id).findLast(({ code }) => code === `${role}-note`);
    return `the ${ROLE_NAMES[role]} sent nothing: ${note?.message ?? 'the action has no message'}`;
  }

  /** The message that "the message" means in a step. */
  get lastSent(): LiveExchange {
    if (this.#lastSent === undefined)
      throw new HarnessError('the scenario speaks of "the message" before any was sent');
    return this.#lastSent;
  }

  get hasSent(): boolean {
    return this.#sent.length > 0;
  }

  /** The last `count` messages that steps made simulators send, in the order in which they were sent. */
  sentLately(count: number): readonly LiveExchange[] {
    return this.#sent.slice(-count);
  }

  /** The exchanges of this scenario so far, oldest first. */
  get exchanges(): readonly LiveExchange[] {
    return this.stage.book.of(this.scene.id);
  }

  /** Marks a message as spoken of, so that the next expectation looks for another one. */
  use(exchange: LiveExchange): void {
    this.#used.add(exchange.id);
  }

  isUsed(exchange: LiveExchange): boolean {
    return this.#used.has(exchange.id);
  }

  /** Something that goes on while steps do; it is over before the scenario is, and what went wrong with it is told then. */
  meanwhile(work: Promise<void>): Promise<void> {
    const done = work.catch((error: Error) => {
      this.#trouble ??= error;
    });
    this.#meanwhile.push(done);
    return done;
  }

  async control(action: ControlAction): Promise<void> {
    const result = await this.stage.control.act(action);
    const at = wallClock().toISOString();
    this.controlled.push(at);
    const detail = result.kind === 'done' ? result.detail : result.kind === 'failed' ? result.message : result.remedy;
    this.stage.append({ kind: 'sut-control', scenario: this.scene.id, action, at, ...(detail && { detail }) });
    if (result.kind === 'unavailable') throw new Untestable(`cannot ${action} the system under test: ${result.remedy}`);
    if (result.kind === 'failed') throw new Unreachable(`could not ${action} the system under test: ${result.message}`);
  }
}

export function describeFinding({ code, message, path, expected, actual }: Finding): string {
  const place = path === undefined ? '' : ` at ${path}`;
  const difference = expected === undefined ? '' : `: expected ${expected}, actual ${actual ?? 'nothing'}`;
  return `${message} (${code}${place})${difference}`;
}
