import { pause, type Timer } from '../base/timer.js';
import type { Attempt } from '../faults/fault.js';
import { acknowledgmentRequest } from '../hl7/acknowledgment-request.js';
import { partsOf } from '../hl7/fragments.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import type { BadClient } from '../mllp/bad-tls.js';
import { MllpClient, type ReplyResult } from '../mllp/client.js';
import { dial } from '../mllp/dial.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import type { AcknowledgmentDesk } from './acknowledgment-desk.js';
import { requestBadly } from './bad-tls.js';
import { Bundles, type Job } from './bundles.js';
import { CompanyKeeper } from './company.js';
import { deliveryOutcome } from './delivery-outcome.js';
import type { ExchangeBook } from './exchange-book.js';
import { linkNames, type OutboundLink } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import { CORRELATION, clientOptions } from './outbox-client.js';
import type { Parcel } from './parcel.js';
import { SequencedSending } from './sequenced-sending.js';
import type { Role } from './simulator.js';

export interface OutboxOptions {
  readonly role: Role;
  readonly link: OutboundLink;
  readonly book: ExchangeBook;
  readonly timer: Timer;
  readonly onSettled: (exchange: LiveExchange) => void;
  /** Takes the acknowledgments that nobody waits for on the connection. */
  readonly desk: Pick<AcknowledgmentDesk, 'expect' | 'credit'>;
}

/** A simulator's outbound link: messages leave in the order in which they were posted. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #client: MllpClient;
  readonly #company: CompanyKeeper;
  readonly #sequence: SequencedSending | undefined;
  readonly #bundles: Bundles;
  #onTheWay = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    const { link, timer } = options;
    this.#company = new CompanyKeeper(link, timer);
    this.#client = new MllpClient(clientOptions(link, timer), {
      onUnsolicited: (event) => this.#onUnsolicited('payload' in event ? event.payload : Buffer.alloc(0), event.kind),
    });
    const { book } = options;
    this.#sequence = link.sequence
      ? new SequencedSending(this.#client, (finding) => book.finding(finding, undefined))
      : undefined;
    this.#bundles = new Bundles({ book, timer, onReady: () => this.#pump() });
  }

  get #linkName(): string {
    return linkNames(this.#options.role).outbound;
  }

  /** Resolves when the message begins to be written; its `settled` promise tells what became of it. */
  post(parcel: Parcel): Promise<LiveExchange> {
    return new Promise((begun) => {
      this.#bundles.add({ parcel, begun, patience: 'whole' });
      this.#pump();
    });
  }

  /** What leaves instead of a message by the agreements of the link; undefined where there are none. */
  prepared(message: Message): readonly Message[] | undefined {
    const { partBytes } = this.#options.link;
    const parts = partBytes === undefined ? [message] : partsOf(message, partBytes);
    const sequence = message.get('MSH-13') === undefined ? this.#sequence : undefined;
    if (sequence) return parts.map((part) => sequence.number(part));
    return parts.length > 1 ? parts : undefined;
  }

  /** Connects as for a message and closes at once; undefined, or why it cannot be done. */
  async reach(): Promise<string | undefined> {
    const { link, timer } = this.#options;
    const { host, port, tls, connectTimeoutMs } = link;
    const result = await dial({ host, port, ...(tls && { tls }), connectTimeoutMs, timer }, { onEvent: () => {} });
    if (result.kind === 'failed') return result.message;
    result.connection.end();
    await result.connection.closed;
    return undefined;
  }

  /** What is sent next has a new connection. */
  renew(): void {
    this.#client.renew();
  }

  async close(): Promise<void> {
    this.#company.close();
    await this.#client.close();
  }

  #pump(): void {
    while (this.#onTheWay < (this.#sequence ? 1 : this.#options.link.depth)) {
      const bundle = this.#bundles.next();
      if (bundle === undefined) return;
      this.#onTheWay++;
      void this.#carryOut(bundle).finally(() => {
        this.#onTheWay--;
        this.#pump();
      });
    }
  }

  async #carryOut(bundle: readonly Job[]): Promise<void> {
    const { timer } = this.#options;
    const afterMs = bundle[0]?.parcel.afterMs ?? 0;
    if (afterMs > 0) await pause(timer, afterMs);
    const plans = plansFor(bundle.map(({ parcel }) => parcel));
    await Promise.all(bundle.map((job, n) => this.#send(job, plans[n] ?? [])));
  }

  async #send({ parcel, begun }: Job, plan: WirePlan): Promise<void> {
    const { book, role, desk, onSettled } = this.#options;
    const exchange = book.begin({
      ...parcel,
      scenario: parcel.scene.id,
      role,
      direction: 'sent',
      link: this.#linkName,
    });
    desk.expect(exchange);
    begun(exchange);
    const leave = await this.#gatherCompany(parcel);
    const result = (await this.#sequence?.refusal(parcel.message)) ?? (await this.#deliver(parcel, plan));
    leave();
    this.#record(exchange, result);
    await this.#sequence?.heard(parcel.message, result);
    onSettled(exchange);
  }

  /** Opens the connections that a fault wants beside that of the message; to be called when it is settled. */
  async #gatherCompany({ company = [], scene }: Parcel): Promise<() => void> {
    const { book } = this.#options;
    const gathered = await Promise.all(company.map((one) => this.#company.gather(one)));
    for (const { told } of gathered) book.wire(this.#linkName, scene.id, told, Buffer.alloc(0));
    return () => {
      for (const { leave } of gathered) leave();
    };
  }

  async #deliver({ raw, message, attempts = [] }: Parcel, plan: WirePlan): Promise<ReplyResult> {
    for (const attempt of attempts.slice(0, -1)) {
      await this.#turnOf(attempt);
      await this.#client.request(raw, { plan: attempt.plan, expectReply: false });
    }
    const last = attempts.at(-1);
    if (last) await this.#turnOf(last);
    if (last?.tls) return this.#deliverBadly(last.tls, raw, last.plan);
    return this.#client.request(raw, { plan: last?.plan ?? plan, expectReply: this.#isAnswered(message) });
  }

  #deliverBadly(bad: BadClient, raw: Buffer, plan: WirePlan): Promise<ReplyResult> {
    const { link, timer } = this.#options;
    return requestBadly(bad, link, { raw, plan, correlate: CORRELATION, timer });
  }

  async #turnOf({ afterMs, waitsFor }: Attempt): Promise<void> {
    await waitsFor?.();
    await pause(this.#options.timer, afterMs);
  }

  /**
   * Whether something comes on the connection for sure. In original mode a sender that gets an answer only on error cannot tell
   * success from silence, so it waits all the same; in enhanced mode silence is an answer, and what comes is taken later.
   */
  #isAnswered(message: Message | undefined): boolean {
    const { acknowledgment: policy } = this.#options.link;
    if (policy.mode === 'none') return false;
    if (message === undefined) return true;
    const request = acknowledgmentRequest(message);
    if (request === undefined) return policy.mode === 'enhanced' || policy.due?.(message) !== 'NE';
    const isOneConnection = policy.mode === 'enhanced' && policy.applicationOn === 'same-connection';
    return request.accept === 'AL' || (isOneConnection && request.application === 'AL');
  }

  #record(exchange: LiveExchange, result: ReplyResult): void {
    const { book } = this.#options;
    if (result.kind === 'reply' || result.kind === 'uncorrelated')
      book.reply(exchange, result.payload, result.repliedAtMs - result.sentAtMs);
    exchange.neverLeft = result.kind === 'not-connected' || (result.kind === 'lost' && !result.sent);
    const { outcome, detail } = deliveryOutcome(result, this.#options.link);
    book.settle(exchange, outcome, detail);
  }

  #onUnsolicited(payload: Buffer, event: string): void {
    const parsed = parseMessage(payload);
    if (event === 'frame' && parsed.kind === 'message' && this.#options.desk.credit(parsed.message)) return;
    this.#options.book.unsolicited(this.#linkName, event, payload);
  }
}

/** A plan for each message of a bundle: the first carries the bytes of all. */
function plansFor(parcels: readonly Parcel[]): readonly WirePlan[] {
  const [first, ...rest] = parcels;
  const all = parcels.flatMap((parcel) => parcel.plan ?? wholeFrame(parcel.raw));
  return [first?.reshape?.(all) ?? all, ...rest.map(() => [])];
}
