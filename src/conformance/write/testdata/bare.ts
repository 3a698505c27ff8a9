import type { Profile } from '../../model/profile.js';

/** A profile without the places of its parts and without what says where it comes from, as plain data that can be compared. */
export function bare(profile: Profile): unknown {
  const { source: _s, form: _f, ...rest } = profile;
  return plain(rest);
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (value instanceof Set) return [...value].sort();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, one]) => key !== 'place' && one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]));
}
