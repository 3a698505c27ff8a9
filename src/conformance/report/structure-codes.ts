import type { CodeEntry } from './finding-code.js';

export const STRUCTURE_CODES = {} as const satisfies Readonly<Record<string, CodeEntry>>;
