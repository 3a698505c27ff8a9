import type { KeyPart } from '../base/rng.js';
import { rng } from '../base/rng.js';
import { realTimer, type Timer } from '../base/timer.js';
import type { ConnectionFault, Fault, ListenerFault, MessageFault, ReplyPlan, WireFault } from '../faults/fault.js';
import { HONEST_REPLY } from '../faults/fault.js';
import { NEXT, type Selection, Selector } from '../faults/selection.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import type { Connection } from '../mllp/connection.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { HeldReading } from './held-reading.js';
import type { Parcel } from './parcel.js';
import type { PortGate } from './port-gate.js';

/** A fault that the endpoint itself carries out; one on the system under test needs its control instead. */
export type LinkFault = Exclude<Fault, { readonly kind: 'sut' }>;
type ReplyFault = Extract<ListenerFault, { readonly at: 'reply' }>;
type PortFault = Extract<ListenerFault, { readonly at: 'port' }>;

interface Armed<F extends LinkFault> {
  readonly fault: F;
  readonly selector: Selector;
  readonly key: readonly KeyPart[];
}

/** What a simulator's links suffer at the moment. Scenarios put faults in; the end of a scenario takes them out. */
export class FaultBox {
  #armed: readonly Armed<LinkFault>[] = [];
  /** Those that outlast scenarios. */
  #standing: readonly Armed<LinkFault>[] = [];
  readonly #port: PortGate | undefined;

  readonly #timer: Timer;
  readonly #reading: HeldReading;

  /** `port` is the listener that faults on the port itself shut; where there is none they do nothing. */
  constructor(port?: PortGate, timer: Timer = realTimer()) {
    this.#port = port;
    this.#timer = timer;
    this.#reading = new HeldReading(timer);
  }

  /**
   * Lets a fault strike the messages that `selection` names: the next one, once, when it is absent. One on the port itself
   * strikes at once and knows no messages.
   */
  add(fault: LinkFault, key: readonly KeyPart[], selection: Selection = NEXT): void {
    const selector = new Selector(selection, rng(...key, fault.name), () => this.#timer.now() / this.#timer.scale);
    if (isPortFault(fault) && !selector.isSpent) this.#port?.suffer(fault);
    this.#armed = [...this.#armed, { fault, key, selector }];
  }

  /** The same for as long as the run lasts. */
  stand(fault: LinkFault, key: readonly KeyPart[], selection: Selection): void {
    this.add(fault, key, selection);
    this.#standing = this.#armed;
  }

  /** Takes out what scenarios have put in. */
  clear(): void {
    this.#armed = this.#standing;
    this.#port?.restore();
    this.#reading.release();
  }

  /** What leaves instead of one message: parcels to be sent one after the other, each a message with a reply of its own. */
  outgoing(parcel: Parcel): readonly Parcel[] {
    const type = typeOf(parcel.message);
    const parcels = this.#striking<MessageFault>(type, isMessageFault).reduce(applyMessageFault, [parcel]);
    return parcels.map((each) => this.#onTheWire(each, typeOf(each.message)));
  }

  /** How the reply to a message is given that would honestly be given as `honest`, and by which faults. */
  reply(
    message: Message,
    own: Buffer | undefined,
    honest: ReplyPlan = HONEST_REPLY,
  ): { readonly plan: ReplyPlan; readonly faults: readonly string[] } {
    const striking = this.#striking<ReplyFault>(typeOf(message), isReplyFault);
    const plan = striking.reduce(
      (before, { fault, key }) => fault.onReply(own, before, rng(...key, message.controlId)),
      honest,
    );
    return { plan, faults: striking.map(({ fault }) => fault.name) };
  }

  /** A connection was accepted: a fault may end it at once. */
  onConnection(connection: Connection): void {
    for (const { fault, selector } of this.#armed) {
      if (fault.kind !== 'listener' || fault.at !== 'accept' || !selector.strikes('')) continue;
      if (fault.close === 'reset') connection.reset();
      else connection.end();
    }
  }

  /** A message begins to arrive: a fault may stop reading within it. */
  onBegin(chunk: Buffer, connection: Connection): void {
    for (const { fault, selector } of this.#armed) {
      if (fault.kind !== 'listener' || fault.at !== 'reading' || !selector.strikes('')) continue;
      this.#reading.hold(connection, fault, chunk);
    }
  }

  /** The faults that struck how the message was read that has come in on the connection. */
  wereReading(connection: Connection): readonly string[] {
    return this.#reading.strikesOn(connection);
  }

  #onTheWire(parcel: Parcel, type: string): Parcel {
    const wire = this.#striking<WireFault>(type, isWireFault);
    const broken = this.#striking<ConnectionFault>(type, isConnectionFault);
    if (wire.length + broken.length === 0) return parcel;
    const whole = parcel.plan ?? wholeFrame(parcel.raw);
    const together = Math.max(1, ...wire.map(({ fault }) => fault.together));
    const plan = (plans: WirePlan): WirePlan =>
      wire.reduce((before, { fault, key }) => fault.apply(before, rng(...key, fault.name, 'bytes')), plans);
    const attempts = broken.flatMap(({ fault, key }) => fault.attempts(plan(whole), rng(...key, fault.name)));
    const company = broken.flatMap(({ fault }) => fault.company ?? []);
    const faults = [...parcel.faults, ...[...wire, ...broken].map(({ fault }) => fault.name)];
    return { ...parcel, faults, together, reshape: plan, company, ...(attempts.length > 0 && { attempts }) };
  }

  #striking<F extends LinkFault>(type: string, isKind: (fault: LinkFault) => fault is F): readonly Armed<F>[] {
    return this.#armed.filter((armed): armed is Armed<F> => isKind(armed.fault) && armed.selector.strikes(type));
  }
}

function applyMessageFault(parcels: readonly Parcel[], { fault, key }: Armed<MessageFault>): readonly Parcel[] {
  return parcels.flatMap((parcel) =>
    fault.apply(parcel.raw, rng(...key, fault.name, 'content')).map(({ raw, afterMs }) => {
      const parsed = parseMessage(raw);
      const message = parsed.kind === 'message' ? parsed.message : undefined;
      return { ...parcel, raw, message, afterMs, faults: [...parcel.faults, fault.name] };
    }),
  );
}

function typeOf(message: Message | undefined): string {
  return message?.rawText('MSH-9') ?? '';
}

const isMessageFault = (fault: LinkFault): fault is MessageFault => fault.kind === 'message';
const isWireFault = (fault: LinkFault): fault is WireFault => fault.kind === 'wire';
const isConnectionFault = (fault: LinkFault): fault is ConnectionFault => fault.kind === 'connection';
const isPortFault = (fault: LinkFault): fault is PortFault => fault.kind === 'listener' && fault.at === 'port';
const isReplyFault = (fault: LinkFault): fault is ReplyFault => fault.kind === 'listener' && fault.at === 'reply';
