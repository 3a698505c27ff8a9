import { readFileSync } from 'node:fs';
import { wallClock } from '../base/clock.js';
import type { Config, ValidationPolicy } from '../config/config.js';
import type { ProfilePlans } from '../conformance/load/load-plans.js';
import type { ProfileDefect } from '../conformance/model/defect.js';
import type { LazyPlan } from '../conformance/plan/plan.js';
import type { RuleFunctions } from '../conformance/rule-function.js';
import { basePlans } from '../conformance/select-base.js';
import { PRESETS } from '../conformance/severity/preset.js';
import { readOverlay } from '../conformance/severity/read-overlay.js';
import { Severity } from '../conformance/severity/severity.js';
import type { SeverityRule } from '../conformance/severity/severity-rule.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import type { MessageValidation } from '../session/validation.js';
import { loadAllPlans, profilePlaces } from './load-plans.js';
import { MessageJudge } from './message-judge.js';

export type ValidationResult =
  | { readonly kind: 'validation'; readonly validation: MessageValidation }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/**
 * Loads the profiles that a configuration names and makes them judge the messages of a run. `functions` stand in for the Java
 * classes that profiles name.
 */
export function messageValidation(config: Config, functions: RuleFunctions = new Map()): ValidationResult {
  const { actors } = config.environment;
  const named = [config.profiles, ...Object.values(actors).flatMap(({ profiles }) => (profiles ? [profiles] : []))];
  const loaded = loadAllPlans(profilePlaces(named.flat()));
  if (loaded.kind === 'defective') return loaded;
  const overlay = overlayOf(config.validation);
  if (overlay.kind === 'defective') return overlay;
  return {
    kind: 'validation',
    validation: new RunValidation(config, loaded.profiles, { severity: severityOf(config, overlay.rules), functions }),
  };
}

interface Judging {
  readonly severity: Severity;
  readonly functions: RuleFunctions;
}

class RunValidation implements MessageValidation {
  readonly profiles: readonly string[];
  readonly isBinding: boolean;
  readonly #byRole = new Map<Role, MessageJudge>();
  readonly #byProfile = new Map<string, MessageJudge>();

  constructor(
    { environment, profiles, validation }: Config,
    loaded: readonly ProfilePlans<LazyPlan>[],
    judging: Judging,
  ) {
    const { severity, functions } = judging;
    this.profiles = loaded.map(({ id }) => id);
    this.isBinding = validation.errors === 'fail';
    const base = validation.otherwise === 'base' ? basePlans() : undefined;
    // Systems with the same profiles have one judge: what one sends to the other is seen once.
    const judges = new Map<string, MessageJudge>();
    for (const actor of Object.values(environment.actors)) {
      const places = profilePlaces(actor.profiles ?? profiles);
      const plans = loaded.filter(({ path }) => places.includes(path)).flatMap((profile) => profile.plans);
      const key = plans.map(({ profile }) => profile.id).join('\n');
      const judge =
        judges.get(key) ?? new MessageJudge(plans, severity, { exact: true, functions, ...(base && { base }) });
      judges.set(key, judge);
      this.#byRole.set(actor.role, judge);
    }
    for (const { id, plans } of loaded)
      this.#byProfile.set(id, new MessageJudge(plans, severity, { exact: false, functions }));
  }

  judge(role: Role, raw: Buffer) {
    return this.#byRole.get(role)?.judge(raw) ?? [];
  }

  dueFor(role: Role, message: Message) {
    return this.#byRole.get(role)?.dueFor(message);
  }

  judgeBy(profile: string, raw: Buffer) {
    return this.#byProfile.get(profile)?.judge(raw);
  }
}

function overlayOf({ overlay }: ValidationPolicy) {
  if (overlay === undefined) return { kind: 'overlay', rules: [] } as const;
  return readOverlay(readFileSync(overlay, 'utf8'), overlay);
}

function severityOf({ validation }: Config, overlay: readonly SeverityRule[]): Severity {
  const preset = PRESETS.find(({ name }) => name === validation.severity);
  if (preset === undefined) throw new RangeError(`there is no preset "${validation.severity}"`);
  return new Severity({ preset, overlay, today: wallClock().toISOString().slice(0, 10), verbose: false });
}
