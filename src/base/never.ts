/** Closes an exhaustive `switch`: the compiler complains where a variant was forgotten. */
export function never(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
