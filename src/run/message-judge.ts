import { lazyPlan } from '../conformance/load/load-plans.js';
import type { LazyPlan, ValidationPlan } from '../conformance/plan/plan.js';
import type { RuleFunctions } from '../conformance/rule-function.js';
import type { BasePlans } from '../conformance/select.js';
import { PlanSelector } from '../conformance/select.js';
import type { Severity } from '../conformance/severity/severity.js';
import { Validator } from '../conformance/validate.js';
import type { Finding } from '../evidence/finding.js';
import type { AcknowledgmentCondition } from '../hl7/acknowledgment-condition.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { RecentFindings } from './recent-findings.js';

/** Judges messages by the plan among several that fits each; a plan's validator is made when first needed. */
export class MessageJudge {
  readonly #selector: PlanSelector<LazyPlan>;
  readonly #severity: Severity;
  readonly #functions: RuleFunctions;
  readonly #validators = new Map<LazyPlan, Validator>();
  readonly #recent = new RecentFindings();

  /** `exact`: messages that no plan is for are not judged, even where there is one plan only. */
  constructor(
    plans: readonly LazyPlan[],
    severity: Severity,
    choice: { readonly base?: BasePlans; readonly exact: boolean; readonly functions: RuleFunctions },
  ) {
    this.#selector = new PlanSelector(plans, choice.base && lazily(choice.base), choice.exact);
    this.#severity = severity;
    this.#functions = choice.functions;
  }

  /** Nothing where no plan fits, and where the bytes are no message: the link tells of those. */
  judge(raw: Buffer): readonly Finding[] {
    return this.#recent.of(raw, () => this.#judgeNow(raw));
  }

  #judgeNow(raw: Buffer): readonly Finding[] {
    const parsed = parseMessage(raw);
    if (parsed.kind === 'malformed') return [];
    const selection = this.#selector.select(parsed.message);
    if (selection.kind === 'none') return [];
    return selection.plans.flatMap((plan) => {
      const found = this.#validatorOf(plan).validate(raw);
      return this.#severity.judge(found, plan.profile.id).findings;
    });
  }

  /** When the profile foresees the acknowledgment of the application; undefined where it does not say. */
  dueFor(message: Message): AcknowledgmentCondition | undefined {
    const selection = this.#selector.select(message);
    return selection.kind === 'selected' ? selection.plans[0]?.acknowledgment?.application : undefined;
  }

  #validatorOf(plan: LazyPlan): Validator {
    const known = this.#validators.get(plan);
    if (known !== undefined) return known;
    const made = new Validator(plan.open(), { mode: this.#severity.mode, functions: this.#functions });
    this.#validators.set(plan, made);
    return made;
  }
}

/** Plans of the base standard are made when they are chosen. */
function lazily(base: BasePlans): BasePlans<LazyPlan> {
  const known = new Map<ValidationPlan, LazyPlan>();
  return (heading) => {
    const plan = base(heading);
    if (plan === undefined) return undefined;
    const made = known.get(plan) ?? lazyPlan(plan, () => plan);
    known.set(plan, made);
    return made;
  };
}
