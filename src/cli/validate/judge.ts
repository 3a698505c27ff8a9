import type { ShownFinding, ValidatedMessage } from '../../../reports/findings/validated-message.js';
import type { ValidationPlan } from '../../conformance/plan/plan.js';
import { remedyFor } from '../../conformance/report/remedies.js';
import type { RuleFunctions } from '../../conformance/rule-function.js';
import type { AcceptedFinding } from '../../conformance/severity/baseline.js';
import { elementOf, fingerprint } from '../../conformance/severity/fingerprint.js';
import { Severity, type SeveritySettings } from '../../conformance/severity/severity.js';
import { tally, verdictOf } from '../../conformance/severity/verdict.js';
import { Validator } from '../../conformance/validate.js';
import type { Finding } from '../../evidence/finding.js';
import type { Job } from './job.js';
import { messageLines } from './message-lines.js';
import { redacted } from './redact.js';

/** How messages are judged. Plain data, for worker threads. */
export interface JudgeSettings {
  readonly severity: SeveritySettings;
  readonly failOn: 'error' | 'warning';
  readonly isRedacted: boolean;
  /** Lines of messages without findings are wanted too. */
  readonly needsAllLines: boolean;
  readonly needsFingerprints: boolean;
  /** What a baseline could accept is wanted. */
  readonly updatesBaseline: boolean;
  /** Modules that export functions for rules. */
  readonly functionModules: readonly string[];
}

/** A message as it is to be shown, and what baselines have to do with it. */
export interface Judged {
  readonly message: ValidatedMessage;
  readonly expired: readonly AcceptedFinding[];
  /** Entries that would accept its findings. */
  readonly acceptable: readonly AcceptedFinding[];
}

/** Judges messages in one thread. */
export class Judge {
  readonly #settings: JudgeSettings;
  readonly #severity: Severity;
  readonly #functions: RuleFunctions;
  readonly #plans = new Map<number, { readonly profile: string; readonly validator: Validator }>();

  constructor(settings: JudgeSettings, functions: RuleFunctions) {
    this.#settings = settings;
    this.#severity = new Severity(settings.severity);
    this.#functions = functions;
  }

  /** Makes a plan known under its number. */
  addPlan(number: number, plan: ValidationPlan): void {
    if (this.#plans.has(number)) return;
    const validator = new Validator(plan, { mode: this.#severity.mode, functions: this.#functions });
    this.#plans.set(number, { profile: plan.profile.id, validator });
  }

  /** Once for each plan; once where there is none. */
  judge(job: Job): readonly Judged[] {
    if (job.plans.length === 0) return [this.#judged(job, '', [])];
    return job.plans.map((number) => {
      const known = this.#plans.get(number);
      if (known === undefined) throw new RangeError(`plan ${number} was not made known`);
      return this.#judged(job, known.profile, known.validator.validate(job.bytes));
    });
  }

  #judged(job: Job, profile: string, found: readonly Finding[]): Judged {
    const all = job.notes.length === 0 ? found : [...job.notes, ...found];
    const { findings, accepted, expired } = this.#severity.judge(all, profile);
    const { needsAllLines, isRedacted, failOn, updatesBaseline } = this.#settings;
    const needsLines = needsAllLines || findings.length + accepted.length > 0;
    const counts = tally(findings);
    const message: ValidatedMessage = {
      ...headOf(job),
      profile,
      verdict: verdictOf(counts, failOn),
      lines: needsLines ? messageLines(job.bytes, this.#severity.mode) : [],
      findings: findings.map((finding) => this.#shown(finding, profile, expired)),
      accepted: accepted.map(({ finding, entry }) => ({
        finding: this.#shown(finding, profile, []),
        why: whyOf(entry),
      })),
    };
    const counted = [...accepted.map(({ finding }) => finding), ...findings];
    const acceptable = updatesBaseline ? acceptableOf(counted, profile) : [];
    return { message: isRedacted ? redacted(message) : message, expired, acceptable };
  }

  #shown(finding: Finding, profile: string, expired: readonly AcceptedFinding[]): ShownFinding {
    const isNamed = this.#settings.needsFingerprints || expired.length > 0;
    const print = isNamed ? fingerprint(finding, profile) : '';
    const entry = expired.find((one) => one.fingerprint === print);
    const remedy = remedyFor(finding.code);
    return {
      ...finding,
      ...(isNamed ? { fingerprint: print } : {}),
      ...(remedy === '' ? {} : { remedy }),
      ...(entry === undefined ? {} : { note: `was accepted until ${entry.expires} by ${entry.who}: ${entry.why}` }),
    };
  }
}

function headOf({ source, index, isOneOfMany, line, type, controlId }: Job) {
  return { source, index, isOneOfMany, line, type, controlId };
}

function whyOf({ who, why, expires }: AcceptedFinding): string {
  return `${why} (${who}, until ${expires})`;
}

/** Of what counts or warns; who, why and until when are filled in by whoever writes the baseline. */
function acceptableOf(findings: readonly Finding[], profile: string): readonly AcceptedFinding[] {
  const loud = new Set(['Error', 'Specification Error', 'Warning', 'Alert']);
  return findings
    .filter(({ classification }) => loud.has(classification))
    .map((finding) => ({
      fingerprint: fingerprint(finding, profile),
      code: finding.code,
      path: elementOf(finding),
      profile,
      who: '',
      why: '',
      expires: '',
    }));
}
