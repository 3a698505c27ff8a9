import { BEHAVIOURS, type EngineBehaviour } from '../endpoint/behaviour.js';
import type { RawBehaviour } from './schema.js';

/** A known behaviour, with what the file says to be different; as the standard says where it says nothing. */
export function engineBehaviour(raw: RawBehaviour | undefined): EngineBehaviour {
  if (raw === undefined) return BEHAVIOURS.spec;
  if (typeof raw === 'string') return BEHAVIOURS[raw];
  const { like = 'spec', ...own } = raw;
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...BEHAVIOURS[like], ...said, name: `like ${like}` };
}
