import type { Fault } from './fault.js';
import type { Parameter } from './parameter.js';
import type { Selection } from './selection.js';

type Parameters<Values> = { readonly [Name in keyof Values]: Parameter<Values[Name]> };

/** A fault as the catalogue knows it: what it is called, what can be set, how it is made. */
export interface FaultDefinition<Made extends Fault = Fault, Values = Record<string, unknown>> {
  /** As in the fault catalogue: `late-acknowledgment`. */
  readonly name: string;
  /** What goes wrong: one line for help. */
  readonly says: string;
  readonly parameters: Parameters<Values>;
  /** Which messages it strikes where nobody says; the next, once, where absent. */
  readonly usually?: Pick<Selection, 'on'>;
  /** What is not given has its default. */
  make(given?: Partial<Values>): Made;
}

/** Declares a fault; its `make` gets every parameter, given or default. */
export function defineFault<Made extends Fault, Values>(
  definition: Omit<FaultDefinition<Made, Values>, 'make'> & { make(values: Values): Made },
): FaultDefinition<Made, Values> {
  const { make: _, ...facts } = definition;
  const { parameters } = facts;
  return { ...facts, make: (given = {}) => definition.make({ ...defaultsOf(parameters), ...given }) };
}

function defaultsOf<Values>(parameters: Parameters<Values>): Values {
  const defaults: Partial<Values> = {};
  for (const name in parameters) defaults[name] = parameters[name].default;
  return defaults as Values;
}
