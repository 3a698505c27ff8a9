import type { Profile } from '../model/profile.js';
import { viewMessages, viewSegments } from '../view/profile-view.js';
import type { ViewMessage, ViewNode, ViewSegment } from '../view/view-node.js';
import { type Around, compareChildren, compareRules, ruleText } from './compare-nodes.js';
import { compareTables } from './compare-tables.js';
import { compareValueSets } from './compare-value-sets.js';
import { type Difference, Differences } from './difference.js';

/**
 * What two profiles differ in, element by element: what a message must be, whatever form the profiles have and whatever their
 * definitions are called.
 */
export function compareProfiles(before: Profile, after: Profile): readonly Difference[] {
  return new Comparison(before, after).differences();
}

class Comparison {
  readonly #before: Profile;
  readonly #after: Profile;
  readonly #differences = new Differences();
  /** Fields of segments, by the id of their definition. */
  readonly #old: ReadonlyMap<string, ViewSegment>;
  readonly #young: ReadonlyMap<string, ViewSegment>;
  readonly #told = new Set<string>();

  constructor(before: Profile, after: Profile) {
    this.#before = before;
    this.#after = after;
    this.#old = byId(before);
    this.#young = byId(after);
  }

  differences(): readonly Difference[] {
    this.#heads();
    this.#messages();
    compareValueSets(this.#before, this.#after, this.#differences);
    compareTables(this.#before, this.#after, this.#differences);
    this.#others();
    return this.#differences.list();
  }

  #heads(): void {
    const [before, after] = [this.#before, this.#after];
    for (const fact of [
      'id',
      'name',
      'version',
      'date',
      'organization',
      'hl7Version',
      'type',
      'description',
    ] as const) {
      this.#differences.add('the profile', fact === 'hl7Version' ? 'HL7 version' : fact, before[fact], after[fact]);
    }
    this.#differences.add('the profile', 'identifiers', listed(before.identifiers), listed(after.identifiers));
    const acknowledged = ({ acknowledgment }: Profile) =>
      acknowledgment && [acknowledgment.accept, acknowledgment.application, acknowledgment.mode].join(' ').trim();
    this.#differences.add('the profile', 'acknowledgment', acknowledged(before), acknowledged(after));
  }

  #messages(): void {
    const [old, young] = [viewMessages(this.#before), viewMessages(this.#after)];
    for (const [before, after] of matched(old, young)) {
      if (before !== undefined && after !== undefined) this.#message(before, after);
      else {
        const event = (before ?? after)?.event ?? '';
        this.#differences.add(event, 'message', before && 'there', after && 'there', event);
      }
    }
  }

  #message(before: ViewMessage, after: ViewMessage): void {
    const differences = this.#differences;
    differences.add(before.event, 'event', before.event, after.event);
    compareRules(before.statements, after.statements, before.event, differences);
    const conditions = ({ elsewhere }: ViewMessage) =>
      new Map(elsewhere.map(({ element, condition }) => [element, ruleText(condition)]));
    const [old, young] = [conditions(before), conditions(after)];
    for (const element of new Set([...old.keys(), ...young.keys()])) {
      differences.add(element, 'condition', old.get(element), young.get(element), element);
    }
    this.#children(before.children, after.children, '');
  }

  #children(before: readonly ViewNode[], after: readonly ViewNode[], at: string): void {
    compareChildren(before, after, { at }, this.#differences, (one, other, place) => {
      if (one.kind === 'segment' && other.kind === 'segment') this.#segment(one, other, place);
      else this.#children(one.children(), other.children(), place);
    });
  }

  /** The same two definitions at the same place of another message differ in the same. */
  #segment(before: ViewNode, after: ViewNode, place: string): void {
    const [old, young] = [this.#old.get(before.segment ?? ''), this.#young.get(after.segment ?? '')];
    const key = JSON.stringify([before.segment, after.segment, place]);
    if (old === undefined || young === undefined || this.#told.has(key)) return;
    this.#told.add(key);
    this.#parts(old.fields, young.fields, { at: place });
  }

  #parts(before: readonly ViewNode[], after: readonly ViewNode[], around: Around): void {
    compareChildren(before, after, around, this.#differences, (one, other, place) => {
      if (one.usage === 'X' || other.usage === 'X') return;
      const datatype = one.datatype === other.datatype ? one.datatype : `${one.datatype} ${other.datatype}`;
      this.#parts(one.children(), other.children(), { at: place, datatype });
    });
  }

  /** What the trees do not show is the same or not. */
  #others(): void {
    const parts: readonly (readonly [what: string, of: (profile: Profile) => readonly unknown[]])[] = [
      ['old co-constraints', ({ rules }) => rules.keyed],
      ['order-indifferent rules', ({ rules }) => rules.orderIndifferent],
    ];
    for (const [what, of] of parts) {
      const [old, young] = [of(this.#before), of(this.#after)];
      if (bare(old) === bare(young)) continue;
      const count = (list: readonly unknown[]): string | undefined =>
        list.length === 0 ? undefined : `${list.length}`;
      const same = old.length === young.length ? ', with other content' : '';
      this.#differences.add('the profile', what, count(old), young.length === 0 ? undefined : `${young.length}${same}`);
    }
  }
}

function byId(profile: Profile): ReadonlyMap<string, ViewSegment> {
  return new Map(viewSegments(profile).map((segment) => [segment.id, segment]));
}

/** Messages of the same event; where each profile has one alone, these two. */
function matched(
  before: readonly ViewMessage[],
  after: readonly ViewMessage[],
): readonly (readonly [ViewMessage | undefined, ViewMessage | undefined])[] {
  const [only, another] = before;
  if (only !== undefined && another === undefined && after.length === 1) return [[only, after[0]]];
  const left = [...after];
  const pairs = before.map((message): readonly [ViewMessage, ViewMessage | undefined] => {
    const at = left.findIndex(({ event }) => event === message.event);
    return [message, at < 0 ? undefined : left.splice(at, 1)[0]];
  });
  return [...pairs, ...left.map((message) => [undefined, message] as const)];
}

function listed(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(', ');
}

/** Without the places in files. */
function bare(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => (key === 'place' ? undefined : one));
}
