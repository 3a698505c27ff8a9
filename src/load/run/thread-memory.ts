/**
 * How much a thread of a load run may keep of what it has just made. Without a bound each thread's share grows for half an hour until its
 * owner collects it, which looks like a leak to who watches the process.
 */
export const THREAD_MEMORY = { maxYoungGenerationSizeMb: 16 } as const;
