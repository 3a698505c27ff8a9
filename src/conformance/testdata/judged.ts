import type { Finding } from '../../evidence/finding.js';
import { type Mode, nistMode, pipehatMode } from '../mode.js';
import { Validator } from '../validate.js';
import { planOf } from './laid.js';
import type { SmallProfile } from './small-profile.js';

export const HEADER = 'MSH|^~\\&|A|B|C|D|20260301080000||ADT^A01^ADT_A01|1|T|2.5.1';

/** All findings about a message of the header and these further lines. */
export function findings(small: SmallProfile, lines: readonly string[], mode: Mode = pipehatMode()): readonly Finding[] {
  return new Validator(planOf(small), { mode }).validate(Buffer.from([HEADER, ...lines].join('\r')));
}

/** What our own mode finds: code, path, line and column each, sorted. */
export function found(small: SmallProfile, ...lines: readonly string[]): readonly string[] {
  return told(findings(small, lines));
}

/** What the mode `nist` finds. */
export function foundByNist(small: SmallProfile, ...lines: readonly string[]): readonly string[] {
  return told(findings(small, lines, nistMode()));
}

export function told(list: readonly Finding[]): readonly string[] {
  return list.map(({ code, path, line, column }) => `${code} ${path} ${line}:${column}`).sort();
}
