import { createHash } from 'node:crypto';
import { parseMessage } from '../hl7/parse.js';
import { type AccountingRules, SHORTEST_PATIENCE_MS } from './accounting-rules.js';
import { differingFields } from './differing-fields.js';
import type { Exchange } from './exchange.js';
import { wholeMessages } from './whole-messages.js';

/** One message that does not add up. */
export interface Accounted {
  readonly kind: 'lost' | 'duplicated' | 'reordered' | 'altered' | 'late';
  /** The delivery that is meant; of a lost message, the one that was sent. */
  readonly exchange: Exchange;
  /** Of a delivery, what was sent. */
  readonly source?: Exchange;
  /** Names of the faults that were active on it, on either side. */
  readonly faults: readonly string[];
  /** Of an altered message, the fields that differ; of a late one, after how many milliseconds it came; of one out of order, what overtook it. */
  readonly detail?: string;
}

export interface Accounting {
  /** Distinct messages of our actors that the system accepted, and those of them that came out. */
  readonly accepted: number;
  readonly delivered: number;
  /** Deliveries that rightly came again: the one before was struck by a fault, the system was stopped since, or we were held up ourselves. */
  readonly redelivered: number;
  readonly wrong: readonly Accounted[];
}

/** When the system under test was stopped, killed, paused or cut off: ISO 8601. */
export type Controlled = readonly string[];

interface Journey {
  readonly sends: Exchange[];
  readonly deliveries: Exchange[];
}

/**
 * Matches every message that entered the system under test with every one that left it, by the rules of the site. Meant for a system that
 * passes messages on. `timeScale`: of the run, for what the system may take for silence.
 */
export function account(
  exchanges: readonly Exchange[],
  controlled: Controlled,
  rules: AccountingRules,
  timeScale = 1,
): Accounting {
  const journeys = journeysOf(wholeMessages(exchanges), rules);
  const accepted = journeys.filter(isAccepted);
  const again = accepted.flatMap((journey) => repeatsOf(journey, controlled, timeScale * SHORTEST_PATIENCE_MS));
  const firsts = journeys.flatMap((journey) => firstOnEachLink(journey));
  return {
    accepted: accepted.length,
    delivered: accepted.filter(({ deliveries }) => deliveries.length > 0).length,
    redelivered: again.filter(({ isRight }) => isRight).length,
    wrong: [
      ...accepted.flatMap((journey) => lostOf(journey, rules)),
      ...again.flatMap(({ isRight, delivery, journey }) => (isRight ? [] : [found('duplicated', delivery, journey)])),
      ...reordered(firsts),
      ...firsts.flatMap(({ delivery, journey }) => alteredOf(delivery, journey, rules)),
      ...firsts.flatMap(({ delivery, journey }) => lateOf(delivery, journey, rules)),
    ],
  };
}

function journeysOf(exchanges: readonly Exchange[], { identity }: AccountingRules): readonly Journey[] {
  const journeys = new Map<string, Journey>();
  const counts = new Map<string, Map<string, number>>();
  const keyOf = (exchange: Exchange): string => {
    const id = identityOf(exchange, identity);
    if (identity === 'MSH-10' || identity === 'content') return id;
    // Several messages may speak of one order: the first of a link is the first that was sent, and so on.
    const onLink = counts.get(`${exchange.link} ${id}`) ?? new Map<string, number>();
    counts.set(`${exchange.link} ${id}`, onLink);
    const nth = onLink.get(exchange.controlId) ?? onLink.size;
    onLink.set(exchange.controlId, nth);
    return `${id} ${nth}`;
  };
  for (const exchange of exchanges.filter(({ direction }) => direction === 'sent')) {
    const key = keyOf(exchange);
    const journey = journeys.get(key);
    if (journey === undefined) journeys.set(key, { sends: [exchange], deliveries: [] });
    else journey.sends.push(exchange);
  }
  for (const exchange of exchanges) {
    if (exchange.direction === 'received') journeys.get(keyOf(exchange))?.deliveries.push(exchange);
  }
  return [...journeys.values()];
}

const CR = 13;

/** A message without an identity stands for itself. */
function identityOf({ id, messageType, controlId, raw }: Exchange, identity: string): string {
  if (identity === 'MSH-10') return controlId === '' ? id : `${messageType} ${controlId}`;
  if (identity === 'content')
    return createHash('sha1')
      .update(raw.subarray(raw.indexOf(CR) + 1))
      .digest('base64');
  const parsed = parseMessage(raw);
  const value = parsed.kind === 'malformed' ? undefined : parsed.message.rawText(identity);
  return value === undefined ? id : `${messageType} ${value}`;
}

function isAccepted({ sends }: Journey): boolean {
  return sends.some(wasAccepted);
}

/** CA alone says nothing where the message does not ask to be told of an error. */
function wasAccepted({ accept, application, raw }: Exchange): boolean {
  const codes = [accept?.code, application?.code].filter((code) => code !== undefined);
  if (codes.some((code) => code !== 'AA' && code !== 'CA')) return false;
  if (codes.includes('AA')) return true;
  const parsed = parseMessage(raw);
  const asks = parsed.kind === 'malformed' ? '' : (parsed.message.get('MSH-16') ?? '');
  return codes.includes('CA') && (asks === 'AL' || asks === 'ER');
}

function lostOf(journey: Journey, { filters = [] }: AccountingRules): readonly Accounted[] {
  const [first] = journey.sends;
  return journey.deliveries.length > 0 || first === undefined || isFiltered(first, filters)
    ? []
    : [found('lost', first, { ...journey, sends: [] })];
}

function isFiltered({ link, messageType }: Exchange, filters: readonly string[]): boolean {
  return filters.some((filter) => {
    const [type = '', of = link] = filter.split(' ').reverse();
    return of === link && `${messageType}^`.startsWith(`${type}^`);
  });
}

interface Delivery {
  readonly delivery: Exchange;
  readonly journey: Journey;
}

/** What came again on a link, and whether the system had a reason to send it again. */
function repeatsOf(
  journey: Journey,
  controlled: Controlled,
  patienceMs: number,
): readonly (Delivery & { readonly isRight: boolean })[] {
  const [source] = journey.sends;
  const before = new Map<string, Exchange>();
  return journey.deliveries.flatMap((delivery) => {
    const last = before.get(delivery.link);
    before.set(delivery.link, delivery);
    if (last === undefined) return [];
    const wasStopped = controlled.some((at) => at >= last.at && at <= delivery.at);
    const isRight =
      wasStopped || last.faults.length > 0 || !isGood(last) || wereHeldUp(source ?? last, delivery, patienceMs);
    return [{ delivery, journey, isRight }];
  });
}

/** Whether we could have answered so late that the system rightly sent the message again: this process was held up meanwhile. */
export function wereHeldUp(sent: Held, again: Held, patienceMs: number): boolean {
  const tookMs = Date.parse(again.at) - Date.parse(sent.at);
  return tookMs >= patienceMs && (again.lagMs ?? 0) - (sent.lagMs ?? 0) >= patienceMs / 2;
}

type Held = Pick<Exchange, 'at' | 'lagMs'>;

function isGood({ accept, application, outcome }: Exchange): boolean {
  const isRefused = [accept?.code, application?.code].some((code) => code !== undefined && !code.endsWith('A'));
  return accept !== undefined && !isRefused && (outcome ?? 'acknowledged') === 'acknowledged';
}

function firstOnEachLink(journey: Journey): readonly Delivery[] {
  const links = new Set<string>();
  return journey.deliveries.flatMap((delivery) => {
    if (links.has(delivery.link)) return [];
    links.add(delivery.link);
    return [{ delivery, journey }];
  });
}

/** Behind a message of the same patient that was sent on the same link when this one had been accepted. */
function reordered(firsts: readonly Delivery[]): readonly Accounted[] {
  const ordered = [...firsts].sort((a, b) => ordinal(a.delivery) - ordinal(b.delivery));
  const latest = new Map<string, Exchange>();
  return ordered.flatMap(({ delivery, journey }) => {
    const [source] = journey.sends;
    const patient = patientOf(delivery);
    if (source === undefined || patient === undefined) return [];
    const key = [delivery.link, source.link, patient].join(' ');
    const before = latest.get(key);
    const isBehind =
      before !== undefined && ordinal(source) < ordinal(before) && (source.accept?.at ?? '~') <= before.at;
    if (before === undefined || ordinal(source) > ordinal(before)) latest.set(key, source);
    return isBehind
      ? [{ ...found('reordered', delivery, journey), detail: `behind ${before.id}, which was sent later` }]
      : [];
  });
}

function patientOf({ raw }: Exchange): string | undefined {
  const parsed = parseMessage(raw);
  return parsed.kind === 'malformed' ? undefined : parsed.message.rawText('PID-3');
}

function alteredOf(delivery: Exchange, journey: Journey, { changes }: AccountingRules): readonly Accounted[] {
  const fields = journey.sends.map((source) => differingFields(source.raw, delivery.raw, changes));
  const [least = []] = fields.sort((a, b) => a.length - b.length);
  return least.length === 0 ? [] : [{ ...found('altered', delivery, journey), detail: least.join(', ') }];
}

function lateOf(delivery: Exchange, journey: Journey, { lateMs }: AccountingRules): readonly Accounted[] {
  const [source] = journey.sends;
  const took = source === undefined ? 0 : Date.parse(delivery.at) - Date.parse(source.at);
  return took <= lateMs ? [] : [{ ...found('late', delivery, journey), detail: `${took} ms` }];
}

function found(kind: Accounted['kind'], exchange: Exchange, { sends }: Journey): Accounted {
  const [source] = sends;
  const faults = [...new Set([...exchange.faults, ...sends.flatMap((sent) => sent.faults)])];
  return { kind, exchange, faults, ...(source !== undefined && { source }) };
}

function ordinal({ id }: Exchange): number {
  return Number(id.slice(1));
}
