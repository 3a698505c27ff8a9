import type { CodeEntry } from './finding-code.js';

export const VALUE_SET_CODES = {} as const satisfies Readonly<Record<string, CodeEntry>>;
