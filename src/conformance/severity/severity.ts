import type { Finding } from '../../evidence/finding.js';
import type { Mode } from '../mode.js';
import { type AcceptedFinding, type Baseline, entryFor, isExpired } from './baseline.js';
import { isQuiet } from './classification.js';
import { type Preset, presetMode } from './preset.js';
import { namesKind, wakesQuiet } from './quiet-wishes.js';
import { fits, type SeverityRule } from './severity-rule.js';

/** All that decides how serious a finding is. Plain data, for worker threads. */
export interface SeveritySettings {
  readonly preset: Preset;
  /** The entries of all overlays in their order: the last that fits decides. */
  readonly overlay: readonly SeverityRule[];
  readonly baseline?: Baseline;
  /** The day on which baselines are judged, `2025-12-31`. */
  readonly today: string;
  /** Affirmative and informational findings and notes are told too. */
  readonly verbose: boolean;
}

/** The findings of one message after severity, in the order of the message. */
export interface JudgedFindings {
  readonly findings: readonly Finding[];
  /** What the baseline accepts: not counted. */
  readonly accepted: readonly { readonly finding: Finding; readonly entry: AcceptedFinding }[];
  /** Entries that would have accepted a finding and have expired: it counts again. */
  readonly expired: readonly AcceptedFinding[];
}

/** Applies preset, overlay and baseline, in this order. */
export class Severity {
  readonly #settings: SeveritySettings;
  readonly #rules: readonly SeverityRule[];
  /** What the engine must run in, so that no finding is missing that an overlay wants to hear. */
  readonly mode: Mode;

  constructor(settings: SeveritySettings) {
    this.#settings = settings;
    this.#rules = [...settings.preset.rules, ...settings.overlay];
    this.mode = presetMode(
      settings.preset,
      settings.verbose || this.#rules.some((rule) => wakesQuiet(rule, settings.preset.mode)),
    );
  }

  judge(found: readonly Finding[], profile: string): JudgedFindings {
    const findings: Finding[] = [];
    const accepted: { readonly finding: Finding; readonly entry: AcceptedFinding }[] = [];
    const expired: AcceptedFinding[] = [];
    for (const one of found) {
      const finding = this.#treated(one, profile);
      if (finding === undefined) continue;
      const entry = this.#entryFor(finding, profile);
      if (entry !== undefined && !isExpired(entry, this.#settings.today)) {
        accepted.push({ finding, entry });
        continue;
      }
      if (entry !== undefined) expired.push(entry);
      findings.push(finding);
    }
    return { findings: inOrder(findings), accepted, expired };
  }

  #entryFor(finding: Finding, profile: string): AcceptedFinding | undefined {
    const { baseline } = this.#settings;
    return baseline === undefined ? undefined : entryFor(baseline, finding, profile);
  }

  /** Undefined where the finding is not to be told. */
  #treated(finding: Finding, profile: string): Finding | undefined {
    let treated = finding;
    for (const rule of this.#rules) {
      if (!fits(rule, treated, profile)) continue;
      if (rule.to === 'off') return undefined;
      if (isQuiet(treated.classification) && !isQuiet(rule.to) && !namesKind(rule)) continue;
      if (rule.to !== treated.classification) treated = { ...treated, classification: rule.to };
    }
    return isQuiet(treated.classification) && !this.#settings.verbose ? undefined : treated;
  }
}

/** By line and column; what has no place comes first, as it is about the whole message. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
