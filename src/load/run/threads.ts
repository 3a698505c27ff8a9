/**
 * Whether parts run in threads of their own: compiled they do, so that far end and generators do not take each other's time. A
 * thread cannot load TypeScript, so from the sources everything shares one.
 */
export const HAS_THREADS = import.meta.url.endsWith('.js');
