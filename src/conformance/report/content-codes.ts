import type { CodeEntry } from './finding-code.js';

export const CONTENT_CODES = {} as const satisfies Readonly<Record<string, CodeEntry>>;
