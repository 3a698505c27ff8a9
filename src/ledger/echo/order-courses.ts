import { identifier, numberOf } from './identifier.js';
import { OrderCourse } from './order-course.js';
import { type OrderGroup, orderGroups, placeOfNumber } from './order-groups.js';
import type { EchoFinding, Seen } from './seen.js';

/** The courses of all orders as one observer sees them: what it is told, in the order in which it is told. */
export class OrderCourses {
  readonly #courses = new Map<string, OrderCourse>();
  readonly #heard = new Set<string>();

  /** What is illegal about a message after those before it. One that comes again says nothing new. `isPlaced`: the order was known before. */
  take(seen: Seen, isPlaced: (group: OrderGroup) => boolean): readonly EchoFinding[] {
    const { message } = seen;
    const key = `${message.type.code} ${message.controlId}`;
    if (message.controlId !== '' && this.#heard.has(key)) return [];
    this.#heard.add(key);
    return orderGroups(message).flatMap(
      (group) => this.#courseOf(group, seen)?.take(group, seen, isPlaced(group)) ?? [],
    );
  }

  #courseOf(group: OrderGroup, seen: Seen): OrderCourse | undefined {
    const keys = orderKeys(group, seen);
    if (keys.length === 0) return undefined;
    const known = keys.map((key) => this.#courses.get(key)).find((course) => course !== undefined) ?? new OrderCourse();
    for (const key of keys) this.#courses.set(key, known);
    return known;
  }
}

/** What the order of a group is known by: its placer and its filler number. */
export function orderKeys(group: OrderGroup, { message }: Seen): readonly string[] {
  return ([2, 3] as const).flatMap((field) => {
    const place = placeOfNumber(group, field);
    const id = place === undefined ? '' : numberOf(identifier(message, place));
    return id === '' ? [] : [`${field}:${id}`];
  });
}
