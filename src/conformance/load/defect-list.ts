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
  /** Of those that are kept. */
  #warnings = 0;

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

  /** Errors find room as long as a warning can give way. */
  #add(defect: ProfileDefect): void {
    const isWarning = defect.severity === 'warning';
    if (this.#defects.length < MOST) {
      if (isWarning) this.#warnings++;
      this.#defects.push(defect);
    } else if (!isWarning && this.#warnings > 0) {
      this.#warnings--;
      const last = this.#defects.findLastIndex(({ severity }) => severity === 'warning');
      this.#defects[last] = defect;
    }
  }
}
