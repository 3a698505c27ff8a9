/** A value set as it is bound to an element. */
export interface ViewBinding {
  readonly sets: readonly string[];
  /** `required`, `suggested`, `never checked`, or '' where nothing is said. */
  readonly strength: string;
  /** In which components the code stands, `1 or 4`; '' for the element itself. */
  readonly at: string;
}

/** A rule in words. */
export interface ViewRule {
  readonly id: string;
  /** The author's words. */
  readonly text: string;
  /** What is judged, in our words; '' where the author's are all there is. */
  readonly judged: string;
  /** `SHOULD` or `SHALL`; a warning or an alert where the profile says so. */
  readonly weight: string;
}

/** One element of a profile in its place, with all that holds there, in words and ready to be shown. */
export interface ViewNode {
  readonly kind: 'group' | 'choice' | 'segment' | 'field' | 'component';
  /** Of a segment: the id of its definition. */
  readonly segment?: string;
  /** `ORDER`, `PID`, `PID-3`, `PID-3.4`. */
  readonly label: string;
  /** Unique in the message: `PATIENT_RESULT.PATIENT.PID-3.4`. */
  readonly path: string;
  readonly title: string;
  /** `R`, `C(R/X)`. */
  readonly usage: string;
  /** '' of components. */
  readonly cardinality: string;
  /** '' where none is given. */
  readonly length: string;
  readonly datatype: string;
  readonly constant?: string;
  readonly bindings: readonly ViewBinding[];
  /** The only code. */
  readonly singleCode?: string;
  /** Which field tells the data type, and which there are. */
  readonly mapping?: string;
  readonly condition?: ViewRule;
  readonly statements: readonly ViewRule[];
  readonly text?: string;
  readonly requirement?: string;
  readonly examples: readonly string[];
  /** Made when they are asked for: data types lie inside each other. */
  children(): readonly ViewNode[];
}

export interface ViewMessage {
  readonly id: string;
  /** `ADT^A01^ADT_A01`. */
  readonly event: string;
  readonly title: string;
  readonly statements: readonly ViewRule[];
  readonly elsewhere: readonly ViewElsewhere[];
  readonly children: readonly ViewNode[];
}

/** What a message or group says of an element inside one of its segments. */
export interface ViewElsewhere {
  /** `ORDER.ORC-3`. */
  readonly element: string;
  readonly condition: ViewRule;
}

/** A segment definition, wherever it stands. */
export interface ViewSegment {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly statements: readonly ViewRule[];
  readonly fields: readonly ViewNode[];
}
