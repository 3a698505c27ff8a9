import { never } from '../base/never.js';
import { asking } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import type { Connection } from '../mllp/connection.js';
import { AcknowledgmentDesk } from './acknowledgment-desk.js';
import { Appointments } from './appointments.js';
import type { EndpointOptions } from './endpoint-options.js';
import { FaultBox, type LinkFault } from './fault-box.js';
import { lacksForTls } from './fault-needs.js';
import { type Diversion, Inbox } from './inbox.js';
import type { OutboundLink } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import type { Moment } from './moment.js';
import { noteOf } from './note.js';
import { Outbox } from './outbox.js';
import { type OpenResult, PortGate } from './port-gate.js';
import { ProtocolDesk } from './protocol-desk.js';
import type { Scene } from './scene.js';
import { settledEvent } from './settled-event.js';
import type { Effect, Role, SimulatorEvent } from './simulator.js';
import { simulatorFailed } from './simulator-failure.js';
import { StateKeeper } from './state-keeper.js';
import { type Identity, reactionTime, toolsFor } from './tools.js';
import { type Carries, NO_WAY, WaysOut } from './ways-out.js';

/** A simulator on its MLLP links. It lives for a whole run; scenarios come and go. */
export class Endpoint<State, Command> {
  readonly role: Role;
  readonly faults: FaultBox;
  readonly #options: EndpointOptions<State, Command>;
  readonly #states: StateKeeper<State, Command>;
  readonly #inbox: Inbox | undefined;
  readonly #gate: PortGate | undefined;
  readonly #ways = new WaysOut();
  readonly #desk: AcknowledgmentDesk;
  readonly #protocols: ProtocolDesk;
  readonly #appointments: Appointments;

  constructor(options: EndpointOptions<State, Command>) {
    this.#options = options;
    this.#states = new StateKeeper(options.simulator);
    this.role = options.simulator.role;
    const { book, timer, scenes, inbound } = options;
    this.#appointments = new Appointments(timer);
    this.#inbox = inbound && new Inbox({ role: this.role, book, timer, scenes, link: inbound, ...this.#receiver() });
    const onFailure = (message: string): void => this.#note('alert', message, scenes.current());
    this.#gate = this.#inbox && new PortGate({ inbox: this.#inbox, timer, onFailure });
    this.faults = new FaultBox(this.#gate, timer);
    this.#desk = new AcknowledgmentDesk({
      faults: this.faults,
      book,
      timer,
      policy: inbound?.acknowledgment,
      canSend: () => this.outbound.length > 0,
      send: (message, { message: trigger }) => this.#sendAs(message, scenes.ofMessage(trigger)),
      onAcknowledged: (exchange) => this.#onSettled(exchange),
    });
    this.#protocols = new ProtocolDesk({ desk: this.#desk, book, timer, isSequenced: inbound?.sequence === true });
  }

  /** Who the simulator is on its links, for messages that are sent in its name. */
  get identity(): Identity {
    return this.#options.identity;
  }

  /** The port on which the system under test delivers; undefined where this endpoint only sends. */
  get port(): number | undefined {
    return this.#inbox?.port;
  }

  /** The port to which the system under test turns when that one does not answer. */
  get standbyPort(): number | undefined {
    return this.#inbox?.standbyPort;
  }

  /** Why a fault cannot strike the TLS of its links; undefined where it can, or is no such fault. */
  lacksForTls(fault: LinkFault): string | undefined {
    return lacksForTls(fault, this.#options.inbound, this.outbound);
  }

  /** Where this endpoint sends. */
  get outbound(): readonly OutboundLink[] {
    return this.#ways.links;
  }

  /** Lets somebody else take what arrives at the listener, as long as it lasts; undefined ends it. */
  divert(diversion: Diversion | undefined): void {
    this.#inbox?.divert(diversion);
  }

  async open(): Promise<OpenResult> {
    return (await this.#inbox?.open()) ?? { kind: 'open' };
  }

  /**
   * Gives the endpoint a way out, once that is known; nothing is dialled yet. A system with an interface for each department
   * has several: a message leaves on every one that carries it.
   */
  connect(link: OutboundLink, carries: Carries = () => true): void {
    const { book, timer } = this.#options;
    const onSettled = (exchange: LiveExchange): void => this.#onSettled(exchange);
    this.#ways.add(link, carries, new Outbox({ role: this.role, book, timer, link, onSettled, desk: this.#desk }));
  }

  /** Connects to the system under test and closes at once; undefined, or why it cannot be reached. */
  reach(): Promise<string | undefined> {
    return this.#ways.reach();
  }

  /** What is sent next has a new connection, as after a restart: what another scenario has left on the old one does not count. */
  renew(): void {
    this.#ways.renew();
  }

  /** Takes the listener away, as when this system is down; `open` brings it back on the same port. */
  async shut(): Promise<void> {
    await this.#inbox?.shut();
  }

  async close(): Promise<void> {
    this.#appointments.clear();
    this.#gate?.close();
    await this.#ways.close();
    await this.#inbox?.shut();
  }

  /** The simulator's state for a key, for questions of a scenario. */
  state(key: string): State {
    return this.#states.state(key);
  }

  /** Does what a person at this system would do. Gives the messages that left because of it, each as it begins to be written. */
  command(command: Command, scene: Scene): readonly Promise<LiveExchange>[] {
    return this.#take({ kind: 'command', command }, { scene, now: scene.clock.now() });
  }

  /** Sends bytes as they are, past the simulator: for messages that no honest system would make. */
  send(raw: Buffer, message: Message | undefined, scene: Scene): readonly Promise<LiveExchange>[] {
    if (this.outbound.length === 0) throw new Error(`the ${this.role} cannot send: ${NO_WAY}`);
    return this.#ways.send(raw, message, scene, this.faults);
  }

  /** The same for several messages in one frame, as a batch. */
  sendBatch(messages: readonly Message[], scene: Scene): readonly Promise<LiveExchange>[] {
    return this.#ways.sendBatch(messages, scene);
  }

  #receiver() {
    return {
      faults: () => this.faults,
      onMessage: (message: Message, exchange: LiveExchange, connection: Connection) => {
        const scene = this.#options.scenes.ofMessage(message);
        const asker = { exchange, message, connection };
        const now = reactionTime(message, scene);
        this.#withstand(scene, exchange, () => {
          const tools = toolsFor(this.role, this.#options.identity, scene, now);
          if (message.type.code === 'ACK') return this.#desk.receive(asker, tools);
          const taken = this.#protocols.take(asker, tools);
          if (taken) this.#take({ kind: 'received', message: taken.message }, { scene, now, asker: taken.asker });
        });
      },
    };
  }

  #onSettled(exchange: LiveExchange): void {
    const { message: sent } = exchange;
    if (sent === undefined) return;
    const scene = this.#options.scenes.ofMessage(sent);
    const event = settledEvent(sent, exchange);
    if (event === undefined) return;
    this.#withstand(scene, undefined, () => this.#take(event, { scene, now: reactionTime(sent, scene) }));
  }

  /** Nothing that comes from outside may end the run: also not where a fault of the project throws at it. */
  #withstand(scene: Scene, exchange: LiveExchange | undefined, action: () => void): void {
    const { book } = this.#options;
    try {
      action();
    } catch (error) {
      book.finding(simulatorFailed(this.role, error), scene.id, exchange);
      if (exchange && exchange.outcome === undefined) book.settle(exchange, 'none-expected');
    }
  }

  #take(
    event: SimulatorEvent<Command>,
    moment: Moment,
    key = this.#states.keyOf(event),
  ): readonly Promise<LiveExchange>[] {
    const { book } = this.#options;
    const { asker, scene, now } = moment;
    const effects = this.#states.step(key, event, toolsFor(this.role, this.#options.identity, scene, now), (error) => {
      book.finding(simulatorFailed(this.role, error), scene.id, asker?.exchange);
    });
    const sent = effects.flatMap((effect) => this.#carryOut(effect, key, moment));
    if (asker && !effects.some((effect) => effect.kind === 'reply')) book.settle(asker.exchange, 'none-expected');
    book.changed();
    return sent;
  }

  #carryOut(effect: Effect, key: string, moment: Moment): readonly Promise<LiveExchange>[] {
    const { scene, asker } = moment;
    switch (effect.kind) {
      case 'reply':
        if (asker) this.#desk.answer(effect.message, asker);
        return [];
      case 'send':
        return this.#sendOwn(effect.message, scene);
      case 'schedule':
        return this.#schedule(effect, effect.key ?? key, moment);
      case 'cancel':
        this.#appointments.cancel(key, effect.name);
        return [];
      case 'note':
        this.#note(effect.level, effect.text, scene, asker?.exchange);
        return [];
      default:
        return never(effect);
    }
  }

  /** A simulator does not know whether it has a link; a person who reads the evidence should. */
  #sendOwn(message: Message, scene: Scene): readonly Promise<LiveExchange>[] {
    const [link] = this.outbound;
    const policy = link?.acknowledgment;
    if (link) return this.#sendAs(policy?.mode === 'enhanced' ? asking(message, policy.request) : message, scene);
    const { code, trigger } = message.type;
    this.#note('alert', `${code}^${trigger} ${message.controlId} cannot be sent: ${NO_WAY}`, scene);
    return [];
  }

  #sendAs(message: Message, scene: Scene): readonly Promise<LiveExchange>[] {
    scene.claim(message.controlId);
    return this.send(message.serialize(), message, scene);
  }

  #schedule(effect: Extract<Effect, { kind: 'schedule' }>, key: string, { scene, now }: Moment) {
    const moment = { scene, now: new Date(now.getTime() + effect.afterMs) };
    const event = { kind: 'timer', name: effect.name, data: effect.data } as const;
    this.#appointments.cancel(key, effect.name);
    if (effect.afterMs === 0) return this.#take(event, moment, key);
    const fire = (): void => this.#withstand(scene, undefined, () => this.#take(event, moment, key));
    this.#appointments.make(key, effect.name, effect.afterMs, fire);
    return [];
  }

  #note(level: 'info' | 'alert', text: string, scene: Scene, exchange?: LiveExchange): void {
    this.#options.book.finding(noteOf(this.role, level, text), scene.id, exchange);
  }
}
