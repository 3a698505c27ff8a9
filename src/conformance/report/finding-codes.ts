import { CO_CONSTRAINT_CODES } from './co-constraint-codes.js';
import { CONTENT_CODES } from './content-codes.js';
import { ENCODING_CODES } from './encoding-codes.js';
import { STRUCTURE_CODES } from './structure-codes.js';
import { VALUE_SET_CODES } from './value-set-codes.js';

/** Every code that the engine can report. Codes are for ever: scripts, overlays and baselines depend on them. */
export const FINDING_CODES = {
  ...STRUCTURE_CODES,
  ...CONTENT_CODES,
  ...VALUE_SET_CODES,
  ...CO_CONSTRAINT_CODES,
  ...ENCODING_CODES,
} as const;

export type FindingCode = keyof typeof FINDING_CODES;
