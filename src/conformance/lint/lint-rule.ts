import type { ProfileDefect } from '../model/defect.js';
import { DefinitionWalk } from '../model/definition-walk.js';
import type { Profile } from '../model/profile.js';
import type { SourcePlace } from '../model/source-place.js';

/** What a rule is given: the profile, and its definitions as paths go through them. */
export interface LintedProfile {
  readonly profile: Profile;
  readonly walk: DefinitionWalk;
}

/** One thing that may be wrong with a profile that loads. */
export interface LintRule {
  /** Stable, kebab-case. */
  readonly code: string;
  /** One sentence for the list of rules. */
  readonly meaning: string;
  check(linted: LintedProfile): Iterable<LintFinding>;
}

/** What a rule finds: a defect without its code. */
export interface LintFinding {
  /** No message can be checked; a warning where nothing is said: the profile loads, and what is meant is doubtful. */
  readonly severity?: 'error';
  readonly place: SourcePlace | undefined;
  readonly message: string;
  readonly remedy: string;
}

/** A profile as the rules take it. */
export function linted(profile: Profile): LintedProfile {
  return { profile, walk: new DefinitionWalk(profile) };
}

/** What one rule finds. */
export function findingsOf(rule: LintRule, subject: LintedProfile): readonly ProfileDefect[] {
  const file = subject.profile.source;
  return [...rule.check(subject)].map(
    ({ severity, place, message, remedy }): ProfileDefect => ({
      severity: severity ?? 'warning',
      code: rule.code,
      place: place ?? { file },
      message,
      remedy,
    }),
  );
}
