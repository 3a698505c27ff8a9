import { headingOf, typeOf } from '../../conformance/message-heading.js';
import type { ValidationPlan } from '../../conformance/plan/plan.js';
import type { Draft } from '../../conformance/report/draft.js';
import type { PlanSelector, Selection } from '../../conformance/select.js';
import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';

/** By which plans a message is judged, by their numbers, and what is to be said about that. */
export interface ChosenPlans {
  readonly type: string;
  readonly controlId: string;
  readonly plans: readonly number[];
  readonly drafts: readonly Draft[];
}

/** Chooses the plans of messages and numbers each at its first use, so that worker threads are told of it once. */
export class MessageSelection {
  readonly #selector: PlanSelector;
  readonly #only: ValidationPlan | undefined;
  readonly #isNist: boolean;
  readonly #numbers = new Map<ValidationPlan, number>();
  readonly #plans: ValidationPlan[] = [];

  /** `only`: the plan that serves for whatever comes. In mode `nist` nothing is said about a choice. */
  constructor(selector: PlanSelector, options: { readonly only?: ValidationPlan; readonly isNist: boolean }) {
    this.#selector = selector;
    this.#only = options.only;
    this.#isNist = options.isNist;
  }

  /** All plans that were chosen so far, in the order of their numbers from 0. */
  get plans(): readonly ValidationPlan[] {
    return this.#plans;
  }

  choose(bytes: Buffer): ChosenPlans {
    const result = parseMessage(fromHeader(bytes));
    const message = result.kind === 'message' ? result.message : undefined;
    const about = {
      type: message === undefined ? '' : typeOf(headingOf(message)),
      controlId: message?.controlId ?? '',
    };
    if (this.#only !== undefined) return { ...about, plans: [this.#numberOf(this.#only)], drafts: [] };
    if (message !== undefined) return { ...about, ...this.#selected(this.#selector.select(message), message) };
    const reason = result.kind === 'malformed' ? result.defects.map((defect) => defect.reason).join('; ') : '';
    return { ...about, plans: [], drafts: [notHl7(reason)] };
  }

  #selected(selection: Selection, message: Message): Pick<ChosenPlans, 'plans' | 'drafts'> {
    if (selection.kind === 'none') return { plans: [], drafts: [noProfile(selection, message)] };
    if (selection.kind === 'selected')
      return { plans: selection.plans.map((plan) => this.#numberOf(plan)), drafts: [] };
    const [first] = selection.plans;
    if (first === undefined) return { plans: [], drafts: [] };
    return { plans: [this.#numberOf(first)], drafts: this.#isNist ? [] : [ambiguous(selection.plans)] };
  }

  #numberOf(plan: ValidationPlan): number {
    const known = this.#numbers.get(plan);
    if (known !== undefined) return known;
    const number = this.#plans.push(plan) - 1;
    this.#numbers.set(plan, number);
    return number;
  }
}

const HEADER = /(?:^|[\r\n\x0b])((?:\xef\xbb\xbf)?MSH)/;

/** From MSH on: in mode `nist` lines may stand before it. */
function fromHeader(bytes: Buffer): Buffer {
  if (bytes[0] === 0x4d) return bytes;
  const match = HEADER.exec(bytes.toString('latin1'));
  return match === null ? bytes : bytes.subarray(match.index + match[0].length - (match[1]?.length ?? 0));
}

function noProfile({ reason, expected }: Selection & { readonly kind: 'none' }, message: Message): Draft {
  const at = message.locate('MSH-9');
  const place = { path: 'MSH[1]-9[1]', line: at?.line ?? 1, column: at?.column ?? 1 };
  return { code: 'no-profile', place, message: reason, expected };
}

function ambiguous(plans: readonly ValidationPlan[]): Draft {
  const names = plans.map(({ profile, message }) => `${profile.id} ${message.id}`);
  return {
    code: 'profile-ambiguous',
    place: { path: 'MSH[1]-21[1]', line: 1, column: 1 },
    message: `${plans.length} profiles fit the message, and MSH-21 names none of them; it was judged by ${names[0]}`,
    expected: names.join(', '),
  };
}

function notHl7(reason: string): Draft {
  const place = { path: '', line: 1, column: 1 };
  return { code: 'not-hl7', place, message: 'the bytes are no HL7 v2 message', actual: reason };
}
