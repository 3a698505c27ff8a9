import type { LoadResult } from '../../src/evidence/load-result.js';

const MEANINGS: Readonly<Record<string, string>> = {
  AE: 'application error: the system found fault with the message',
  AR: 'application reject: the system refused it',
  CE: 'commit error: the system could not take it into safe storage',
  CR: 'commit reject: the system refused to store it',
  timeout: 'sent, and no answer within the acknowledgment timeout',
  lost: 'the connection was lost before the answer',
  'bad-reply': 'the reply could not be read, or has no acknowledgment code',
  uncorrelated: 'a reply that names none of our messages; replies are counted, not messages',
  junk: 'bytes that are no frame; places in the stream are counted, not messages',
  dropped: 'never sent: the queue was full, or the wait in it too long',
  pending: 'not decided when the run ended',
};

/** What the code of an error means. */
export function errorMeaning(code: string): string {
  return MEANINGS[code] ?? 'acknowledgment code of the system';
}

/** What went wrong by code, with what was dropped and what was left undecided, the most frequent first. */
export function errorRows({ errors, dropped, pending }: LoadResult): readonly (readonly [string, number])[] {
  return Object.entries({ ...errors, dropped, pending })
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
}
