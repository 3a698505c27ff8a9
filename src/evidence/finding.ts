/** Where in the judgement a finding belongs. */
export type Section = 'structure' | 'content' | 'value-set' | 'encoding' | 'acknowledgment' | 'wire' | 'workflow';

/** NIST's scale, in its words. */
export type Classification =
  | 'Error'
  | 'Warning'
  | 'Alert'
  | 'Informational'
  | 'Affirmative'
  | 'Specification Error'
  | 'Validation Notes';

/** One observation about a message, an acknowledgment, the wire or a workflow. */
export interface Finding {
  readonly section: Section;
  readonly classification: Classification;
  /** NIST's category where there is one (`Usage`, `Length` ...), else ours. */
  readonly category: string;
  /** Stable machine code in kebab-case: `usage-required`, `control-id-not-echoed`. */
  readonly code: string;
  /** Which message of an exchange: its reply; the message itself where nothing is said. */
  readonly about?: 'reply';
  /** `PID[1]-3[1].4`, 1-based; absent where the finding has no place in a message. */
  readonly path?: string;
  /** 1-based: the line of the segment, and the character in it. */
  readonly line?: number;
  readonly column?: number;
  /** The requirement, clause or profile rule. */
  readonly rule?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** One sentence for people: what, where, what to do. Holds no patient value. */
  readonly message: string;
  /** The code of the finding that this one follows from. */
  readonly causedBy?: string | null;
}
