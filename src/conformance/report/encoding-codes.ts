import type { CodeEntry } from './finding-code.js';

export const ENCODING_CODES = {} as const satisfies Readonly<Record<string, CodeEntry>>;
