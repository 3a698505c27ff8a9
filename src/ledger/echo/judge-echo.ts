import { OrderCourses } from './order-courses.js';
import { type OrderGroup, orderGroups } from './order-groups.js';
import { OrderNumbers } from './order-numbers.js';
import { comparePassage } from './passage.js';
import { PatientNumbers } from './patient-numbers.js';
import { type EchoFinding, illegal, notEchoed, type Seen } from './seen.js';

/** A message of ours and its place among all that were seen. */
interface Source {
  readonly seen: Seen;
  readonly at: number;
}

/**
 * What the system under test did not echo of the identifiers that it was given, and what it told of orders that cannot be, over all
 * messages of a scenario in the order in which they were seen. What we sent ourselves in that way, as a fault wants it, is told
 * as information and blames nobody.
 */
export function judgeEcho(all: readonly Seen[]): readonly EchoFinding[] {
  const judge = new EchoJudge();
  return all.flatMap((seen, at) => judge.take(seen, at));
}

class EchoJudge {
  readonly #patients = new PatientNumbers();
  readonly #orders = new OrderNumbers();
  /** By message type and MSH-10; several where an id was used again. */
  readonly #sources = new Map<string, Source[]>();
  readonly #ids = new Set<string>();
  /** What we tell, and what each of our simulators is told. */
  readonly #ours = new OrderCourses();
  readonly #theirs = new Map<string, OrderCourses>();
  /** Rules that we broke ourselves. */
  readonly #provoked = new Set<string>();

  take(seen: Seen, at: number): readonly EchoFinding[] {
    return seen.isTheirs ? this.#takeTheirs(seen) : this.#takeOurs(seen, at);
  }

  #takeOurs(seen: Seen, at: number): readonly EchoFinding[] {
    const { message } = seen;
    this.#sources.set(keyOf(seen), [...(this.#sources.get(keyOf(seen)) ?? []), { seen, at }]);
    this.#ids.add(message.controlId);
    for (const { finding } of this.#ours.take(seen, this.#isPlaced(seen))) this.#provoked.add(finding.code);
    const stranger = this.#patients.stranger(seen);
    this.#patients.learn(seen, at);
    this.#orders.learn(seen);
    return stranger === undefined ? [] : [stranger];
  }

  #takeTheirs(seen: Seen): readonly EchoFinding[] {
    const sources = this.#sources.get(keyOf(seen));
    const echo = sources === undefined ? this.#own(seen) : this.#passed(sources, seen);
    const courses = this.#theirs.get(seen.role) ?? new OrderCourses();
    this.#theirs.set(seen.role, courses);
    const turns = courses.take(seen, this.#isPlaced(seen));
    this.#orders.learn(seen);
    return [...echo, ...turns.map((found) => this.#blamed(found))];
  }

  #isPlaced(seen: Seen): (group: OrderGroup) => boolean {
    return (group) => this.#orders.isKnown(group, seen);
  }

  /** Of several messages under one id it is the one that it is most like. */
  #passed(sources: readonly Source[], copy: Seen): readonly EchoFinding[] {
    const compared = sources.map(({ seen, at }) => [
      ...comparePassage(seen, copy),
      ...this.#patients.compare(seen, copy, at),
    ]);
    return compared.reduce((best, one) => (one.length < best.length ? one : best));
  }

  /** A message that the system makes itself. */
  #own(seen: Seen): readonly EchoFinding[] {
    return [...this.#orders.check(seen), ...this.#unknownOrders(seen), ...this.#unknownId(seen)];
  }

  /** A filler tells how an order stands that nobody has placed. */
  #unknownOrders(seen: Seen): readonly EchoFinding[] {
    return orderGroups(seen.message).flatMap((group) => {
      const { orc } = group;
      if (orc?.get('1') !== 'SC' || this.#orders.isKnown(group, seen)) return [];
      const message = 'the status is told of an order that is not known';
      return [
        illegal(seen, { code: 'status-of-unknown-order', path: `ORC[${orc.instance}]-1[1]`, message, actual: 'SC' }),
      ];
    });
  }

  /** An answer that travels as a message of its own names a message of ours. */
  #unknownId(seen: Seen): readonly EchoFinding[] {
    const id = seen.message.rawText('MSA-2');
    if (seen.isReply || id === undefined || this.#ids.has(id)) return [];
    const message = 'the answer names a message that was never sent';
    return [
      notEchoed(seen, {
        code: 'acknowledged-id-unknown',
        path: 'MSA[1]-2[1]',
        message,
        expected: 'an id that was sent',
        actual: id,
      }),
    ];
  }

  #blamed({ seen, finding }: EchoFinding): EchoFinding {
    if (!this.#provoked.has(finding.code)) return { seen, finding };
    const message = `${finding.message}; it was sent so on purpose`;
    return { seen, finding: { ...finding, classification: 'Informational', message } };
  }
}

function keyOf({ message }: Seen): string {
  return `${message.type.code} ${message.controlId}`;
}
