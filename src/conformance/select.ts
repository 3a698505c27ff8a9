import type { Message } from '../hl7/message.js';
import { headingOf, type MessageHeading, typeOf } from './message-heading.js';
import type { PlanHeading, ValidationPlan } from './plan/plan.js';

/** By which plans a message is judged. */
export type Selection<Plan extends PlanHeading = ValidationPlan> =
  /** One; or several that MSH-21 names, each of which the message claims to conform to. */
  | { readonly kind: 'selected'; readonly plans: readonly Plan[] }
  /** Several fit equally, and nothing in the message tells between them. */
  | { readonly kind: 'ambiguous'; readonly plans: readonly Plan[] }
  | { readonly kind: 'none'; readonly reason: string; readonly expected: string };

/** The base standard's plan for a message; undefined where it has no structure for it. */
export type BasePlans<Plan extends PlanHeading = ValidationPlan> = (heading: MessageHeading) => Plan | undefined;

/** Header texts that are remembered: the messages of a link say the same one after another. */
const CACHE = 1_000;

/**
 * Chooses among loaded plans by MSH-9, MSH-21 and MSH-12, in this order. A single plan also judges a message of another event or
 * version, since that may be the very mistake; it does not judge one of another message code. Beside the base standard it judges
 * what is of its version or names it in MSH-21: another version of HL7 is the base standard's.
 */
export class PlanSelector<Plan extends PlanHeading = ValidationPlan> {
  readonly #plans: readonly Plan[];
  readonly #base: BasePlans<Plan> | undefined;
  readonly #isExact: boolean;
  readonly #known = new Map<string, Selection<Plan>>();

  /** `base` serves where none of `plans` does. `exact`: plans judge messages of their own event and version only. */
  constructor(plans: readonly Plan[], base?: BasePlans<Plan>, exact = false) {
    this.#plans = plans;
    this.#base = base;
    this.#isExact = exact;
  }

  select(message: Message): Selection<Plan> {
    const key = ['MSH-9', 'MSH-12', 'MSH-21'].map((path) => message.rawText(path) ?? '').join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#choose(headingOf(message));
    if (this.#known.size < CACHE) this.#known.set(key, made);
    return made;
  }

  #choose(heading: MessageHeading): Selection<Plan> {
    const fitting = fittingPlans(this.#candidates(heading), heading);
    const [first, ...others] = fitting;
    if (first === undefined) return this.#otherwise(heading);
    if (others.length === 0 || fitting.every((plan) => isNamed(plan, heading))) {
      return { kind: 'selected', plans: fitting };
    }
    return { kind: 'ambiguous', plans: fitting };
  }

  #candidates(heading: MessageHeading): readonly Plan[] {
    if (this.#isExact) return ofVersion(this.#plans, heading);
    if (this.#base === undefined || !VERSION.test(heading.version)) return this.#plans;
    const own = new Set(ofVersion(this.#plans, heading));
    return this.#plans.filter((plan) => own.has(plan) || isNamed(plan, heading));
  }

  #otherwise(heading: MessageHeading): Selection<Plan> {
    const base = this.#base?.(heading);
    if (base !== undefined) return { kind: 'selected', plans: [base] };
    const [only, ...more] = this.#plans;
    if (!this.#isExact && only !== undefined && more.length === 0 && agrees(only.message.type, heading.code)) {
      return { kind: 'selected', plans: [only] };
    }
    return { kind: 'none', reason: reasonOf(heading), expected: this.#expected() };
  }

  #expected(): string {
    const own = this.#plans.map(({ message, profile }) => `${message.type}^${message.event} (${profile.hl7Version})`);
    const all = [...new Set(own), ...(this.#base === undefined ? [] : ['a message of the base standard'])];
    return all.length > SHOWN ? `${all.slice(0, SHOWN).join(', ')} and ${all.length - SHOWN} more` : all.join(', ');
  }
}

/** Message types that are listed where none of them came. */
const SHOWN = 12;

/** A version of HL7, and not what somebody mistyped. */
const VERSION = /^2\.\d(?:\.\d)?$/;

/** A profile that states no version is for all. */
function ofVersion<Plan extends PlanHeading>(plans: readonly Plan[], { version }: MessageHeading): readonly Plan[] {
  return plans.filter(({ profile }) => agrees(profile.hl7Version, version));
}

function fittingPlans<Plan extends PlanHeading>(plans: readonly Plan[], heading: MessageHeading): readonly Plan[] {
  const ofType = plans.filter(
    ({ message }) => agrees(message.type, heading.code) && agrees(message.event, heading.event),
  );
  const named = ofType.filter((plan) => isNamed(plan, heading));
  if (named.length > 0) return named;
  const ofVersion = ofType.filter(({ profile }) => profile.hl7Version === heading.version);
  const versions = new Set(ofType.map(({ profile }) => profile.hl7Version));
  // Where all are for one other version, that is a finding; between several others nobody can choose.
  if (ofVersion.length === 0 && versions.size > 1) return [];
  const ofStructure = narrowed(
    ofVersion.length > 0 ? ofVersion : ofType,
    ({ message }) => message.structure === heading.structure,
  );
  // An exact event is nearer than a plan that is for all events.
  const ofEvent = narrowed(ofStructure, ({ message }) => message.event === heading.event);
  // Whoever adapts a profile means the adaptation, also where the original is loaded beside it.
  return ofEvent.filter(({ profile }) => !ofEvent.some((other) => other.profile.adapts.includes(profile.id)));
}

/** Those that meet the condition, or all where none does. */
function narrowed<T>(items: readonly T[], meets: (item: T) => boolean): readonly T[] {
  const some = items.filter(meets);
  return some.length > 0 ? some : items;
}

/** Whether MSH-21 names the plan's profile or its message definition. */
function isNamed({ profile, message }: PlanHeading, { identifiers }: MessageHeading): boolean {
  return identifiers.some((name) => name === profile.id || name === message.id || profile.identifiers.includes(name));
}

/** '' and `*`: the profile does not say. */
function agrees(expected: string, actual: string): boolean {
  return expected === '' || expected === '*' || expected === actual;
}

function reasonOf(heading: MessageHeading): string {
  const type = typeOf(heading);
  if (type === '') return 'MSH-9 is empty, so that no profile can be chosen';
  const version = heading.version === '' ? '' : ` of version ${heading.version}`;
  return `no profile is for ${type}${version}`;
}
