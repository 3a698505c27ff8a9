import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { SourcePlace } from '../model/source-place.js';
import type { LoadedProfile } from './loaded-profile.js';

/** More of them help nobody: the first ones are usually the cause of the rest. */
const MOST = 1000;

/** Collects what is wrong while a profile loads, so that all of it is told at once. */
export class DefectList {
  readonly #defects: ProfileDefect[] = [];
  #errors = 0;

  /** Stops the profile from loading. */
  error(code: string, place: SourcePlace, message: string, remedy: string): void {
    this.#errors++;
    this.#add({ severity: 'error', code, place, message, remedy });
  }

  /** The profile loads; what is meant is doubtful, or a part has no effect. */
  warning(code: string, place: SourcePlace, message: string, remedy: string): void {
    this.#add({ severity: 'warning', code, place, message, remedy });
  }

  /** The profile, where nothing was an error. */
  conclude(profile: Profile): LoadedProfile {
    return this.#errors > 0 ? this.refused() : { kind: 'loaded', profile, warnings: this.#defects };
  }

  /** All that is wrong. */
  refused(): LoadedProfile {
    return { kind: 'defective', defects: this.#defects };
  }

  /** Errors always find room: a warning gives way. */
  #add(defect: ProfileDefect): void {
    if (this.#defects.length < MOST) {
      this.#defects.push(defect);
      return;
    }
    if (defect.severity === 'warning') return;
    const warning = this.#defects.findLastIndex(({ severity }) => severity === 'warning');
    if (warning >= 0) this.#defects[warning] = defect;
  }
}
