import type { CodeEntry } from './finding-code.js';

export const CO_CONSTRAINT_CODES = {} as const satisfies Readonly<Record<string, CodeEntry>>;
