import { z } from 'zod';

/** Every scalar reaches the schema as the text in the file; these say what the text may be and what it becomes. */
export type Reading<T> = { readonly value: T } | { readonly what: string; readonly remedy: string };

export function reading<T>(read: (text: string) => Reading<T>) {
  return z.string().transform((text, context): T => {
    const result = read(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.what, params: { remedy: result.remedy } });
    return z.NEVER;
  });
}

/** Text that is not blank. */
export const text = reading<string>((value) =>
  value.trim() === '' ? { what: 'this is empty', remedy: 'write a value, or remove the key' } : { value },
);

export const truth = reading<boolean>((value) => {
  if (value === 'true' || value === 'false') return { value: value === 'true' };
  return { what: `"${value}" is neither true nor false`, remedy: 'write true or false' };
});

/** A whole number from `low` to `high`, both included. */
export function whole(low: number, high: number) {
  return reading<number>((value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= low && number <= high) return { value: number };
    return { what: `"${value}" is not a whole number`, remedy: `write a whole number from ${low} to ${high}` };
  });
}

/** Closed sections: an unknown key is a mistake, and its message is the list of the known ones. */
export function section<T extends z.ZodRawShape>(shape: T) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}
