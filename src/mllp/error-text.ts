/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The runtime's code for an error (`ECONNRESET`), or '' where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What an error says to people. OpenSSL's messages name source files; its reason is what matters. */
export function messageOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message.replace(/\.$/, '');
}
