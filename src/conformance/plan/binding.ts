import type { ProfilePath } from '../model/profile-path.js';
import type { BindingStrength } from '../model/value-set.js';
import type { CompiledValueSet } from './value-set.js';

/** Where, from the bound element, a code stands and where its code system. */
export interface CompiledLocation {
  readonly code: ProfilePath;
  readonly system?: ProfilePath;
  /** Of the code system as an OID; looked at where `system` has no value. */
  readonly systemOid?: ProfilePath;
}

export interface CompiledBinding {
  /** From the element to which the binding is attached. */
  readonly target: ProfilePath;
  readonly strength?: BindingStrength;
  readonly locations: readonly CompiledLocation[];
  readonly sets: readonly CompiledValueSet[];
  /** Those of the sets whose codes can be looked up. */
  readonly listed: readonly CompiledValueSet[];
  /** Every set can be looked up or is excluded, and the strength is known: no finding can come from the profile itself. */
  readonly isSound: boolean;
  /** One of the sets is dynamic. */
  readonly isDynamic: boolean;
  /** An earlier binding of the same definition binds the same sets to the same place. */
  readonly isRepeated: boolean;
  /** The requirement's id where there is one, else what is bound to what: `PID 8[*] HL70001`. */
  readonly rule: string;
}

/** The only code that is allowed. */
export interface CompiledSingleCode {
  readonly target: ProfilePath;
  readonly code: string;
  readonly system: string;
  readonly locations: readonly CompiledLocation[];
  readonly rule: string;
}
