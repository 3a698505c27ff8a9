/** The parts of an SN value (structured numeric): `>=32`, `1:160`, `6-20`, `4`. */
export interface StructuredNumeric {
  readonly comparator?: string;
  readonly num1: string;
  readonly separator?: string;
  readonly num2?: string;
}

/** Takes a printed value apart into SN components; undefined where it is not one. */
export function structuredNumeric(text: string): StructuredNumeric | undefined {
  const number = String.raw`[+-]?\d+(?:\.\d+)?`;
  const match = new RegExp(`^(<=|>=|<>|<|>|=)?(${number})(?:([-+/.:])(${number}))?$`).exec(text.trim());
  const [, comparator, num1, separator, num2] = match ?? [];
  if (num1 === undefined) return undefined;
  return {
    ...(comparator === undefined ? {} : { comparator }),
    num1,
    ...(separator === undefined ? {} : { separator }),
    ...(num2 === undefined ? {} : { num2 }),
  };
}
