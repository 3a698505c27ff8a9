import { performance } from 'node:perf_hooks';
import { loadPlans, placesOf } from '../../conformance/load/load-plans.js';
import type { ValidationPlan } from '../../conformance/plan/plan.js';
import { PlanSelector } from '../../conformance/select.js';
import { basePlans } from '../../conformance/select-base.js';
import { Validator } from '../../conformance/validate.js';
import type { Finding } from '../../evidence/finding.js';
import { parseMessage } from '../../hl7/parse.js';

/** By what the deliveries are judged, and how many of them. Plain data. */
export interface ValidationOrder {
  /** Paths of profiles, `pipehat:adt`, or `base` for the standard. */
  readonly profiles: readonly string[];
  /** Share of the deliveries, above 0 and up to 1. */
  readonly sample: number;
}

/** What validation has found so far. */
export interface ValidationCounts {
  readonly messages: number;
  /** Delivered messages that were in the sample and that no profile is for. */
  readonly unjudged: number;
  /** Messages with an error. */
  readonly failed: number;
  /** By code; what is right or only told for information is left out. */
  readonly findings: Readonly<Record<string, number>>;
  /** Milliseconds of one core. */
  readonly cpuMs: number;
}

/** Judges what is delivered, or an even sample of it. */
export class DeliveryCheck {
  readonly #selector: PlanSelector;
  readonly #validators = new Map<ValidationPlan, Validator>();
  readonly #sample: number;
  readonly #counts = { messages: 0, unjudged: 0, failed: 0, cpuMs: 0 };
  readonly #findings: Record<string, number> = {};
  #due = 0;

  /** Throws where a profile cannot be used. */
  constructor({ profiles, sample }: ValidationOrder) {
    const plans = profiles.filter((name) => name !== BASE).flatMap(plansOf);
    this.#selector = new PlanSelector(plans, profiles.includes(BASE) ? basePlans() : undefined, true);
    this.#sample = sample;
  }

  /** The errors of a message that is in the sample; nothing for one that is not, or that is right. */
  take(payload: Buffer): readonly Finding[] {
    this.#due += this.#sample;
    if (this.#due < 1) return [];
    this.#due -= 1;
    const before = performance.now();
    const errors = this.#judge(payload);
    this.#counts.cpuMs += performance.now() - before;
    if (errors.length > 0) this.#counts.failed++;
    return errors;
  }

  get counts(): ValidationCounts {
    return { ...this.#counts, findings: { ...this.#findings } };
  }

  #judge(payload: Buffer): readonly Finding[] {
    // The payload is good only until the caller returns, and the message keeps its bytes no longer.
    const parsed = parseMessage(payload);
    const selection = parsed.kind === 'malformed' ? undefined : this.#selector.select(parsed.message);
    if (selection === undefined || selection.kind === 'none') {
      this.#counts.unjudged++;
      return [];
    }
    this.#counts.messages++;
    const found = selection.plans.flatMap((plan) => this.#validatorOf(plan).validate(payload));
    const told = found.filter(({ classification }) => TOLD.has(classification));
    for (const { code } of told) this.#findings[code] = (this.#findings[code] ?? 0) + 1;
    return told.filter(({ classification }) => classification === 'Error');
  }

  #validatorOf(plan: ValidationPlan): Validator {
    const known = this.#validators.get(plan);
    if (known !== undefined) return known;
    const made = new Validator(plan);
    this.#validators.set(plan, made);
    return made;
  }
}

const BASE = 'base';
const TOLD: ReadonlySet<string> = new Set(['Error', 'Warning', 'Alert', 'Specification Error']);

function plansOf(name: string): readonly ValidationPlan[] {
  const found = placesOf(name);
  if (found.length === 0) throw new Error(`there is no profile at ${name} on this machine`);
  return found.flatMap((path) => {
    const loaded = loadPlans(path);
    if (loaded.kind === 'loaded') return loaded.profile.plans;
    throw new Error(`${path}: ${loaded.defects[0]?.message ?? 'cannot be loaded'}`);
  });
}
