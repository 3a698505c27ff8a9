/** An element as a rule function sees it; what is absent is undefined. */
export interface RuleElement {
  /** NIST's form: `OBX[1]-5[1]`. */
  readonly path: string;
  /** As sent, escapes kept. */
  readonly text: string;
  /** Un-escaped text of every simple value at a path from here, `5[*].1[1]`; empty where there is none. */
  values(path: string): readonly string[];
}

/** True: the statement holds. A list: it fails, with these sentences. undefined: it cannot be decided. */
export type RuleFunction = (
  element: RuleElement,
  parameters: Readonly<Record<string, string>>,
) => boolean | readonly string[] | undefined;

/** By the name that the profile's `Plugin` assertion gives, `QualifiedClassName`. */
export type RuleFunctions = ReadonlyMap<string, RuleFunction>;
