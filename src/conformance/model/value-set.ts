import type { PathText } from './profile-path.js';
import type { SourcePlace } from './source-place.js';

/** Required, suggested, undetermined. */
export type BindingStrength = 'R' | 'S' | 'U';

export type CodeUsage = 'R' | 'P' | 'E';

export interface Code {
  readonly value: string;
  readonly text: string;
  /** '' where the set does not say. */
  readonly system: string;
  /** R where the profile does not say; absent where it says something else. */
  readonly usage?: CodeUsage;
  /** In Java's syntax: every value that matches is this code. */
  readonly pattern?: string;
}

export interface ValueSet {
  /** The binding identifier: `HL70001`. */
  readonly id: string;
  readonly name: string;
  readonly oid?: string;
  readonly version?: string;
  readonly stability?: 'Static' | 'Dynamic' | 'Undefined';
  readonly extensibility?: 'Open' | 'Closed' | 'Undefined';
  readonly contentDefinition?: 'Extensional' | 'Intensional' | 'Undefined';
  readonly noCodeText?: string;
  /** Not all members are listed (an import without expansion): that a code is not found proves nothing. */
  readonly incomplete?: true;
  readonly codes: readonly Code[];
  readonly place?: SourcePlace;
}

export interface ValueSetLibrary {
  readonly sets: ReadonlyMap<string, ValueSet>;
  /** Ids that are bound and not to be checked. */
  readonly excluded: ReadonlySet<string>;
}

/** Where, inside the bound element, a code stands and where its code system; paths from the element. */
export interface CodeLocation {
  readonly code: PathText;
  readonly system?: PathText;
  /** Of the code system as an OID. */
  readonly systemOid?: PathText;
}

export interface ValueSetBinding {
  /** From the element to which the binding is attached. */
  readonly target: PathText;
  readonly strength?: BindingStrength;
  readonly locations: readonly CodeLocation[];
  /** Value set ids. */
  readonly sets: readonly string[];
  readonly place?: SourcePlace;
  /** A requirement's id, where a site states one. */
  readonly requirement?: string;
}

/** The only code that is allowed. */
export interface SingleCodeBinding {
  readonly target: PathText;
  readonly code: string;
  readonly system: string;
  readonly locations: readonly CodeLocation[];
  readonly place?: SourcePlace;
}
