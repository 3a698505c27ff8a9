import { z } from 'zod';
import { section, text, whole } from '../../../base/written.js';
import type { CodeLocation } from '../../model/value-set.js';

/** Where codes stand in a coded element: components by number, or each with its own paths. */
export const LOCATIONS = {
  at: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(whole(1, 999))).exactOptional(),
  locations: z
    .array(section({ code: text, system: text.exactOptional(), systemOid: text.exactOptional() }))
    .exactOptional(),
};

/** Components that hold a code: CE, CWE and CNE have its system two further on; CWE and CNE a third time from 10. */
export function locationsOf(
  at: readonly number[] | undefined,
  locations: readonly CodeLocation[] | undefined,
): readonly CodeLocation[] {
  if (locations !== undefined) return locations;
  return (at ?? []).map((component) => ({ code: `${component}[1]`, system: `${component + 2}[1]` }));
}
