import type { ValidatedMessage, ValidationFacts, ValidationSummary } from './validated-message.js';

/**
 * One way to show a validation. `piece` is pure and may be made in a worker thread; the document puts the pieces together in the order of
 * the messages, so that gigabytes need not be held.
 */
export interface FindingsFormat {
  readonly name: string;
  /** For `--help`. */
  readonly summary: string;
  /** Whether the lines of messages without findings are wanted too. */
  readonly needsAllLines: boolean;
  /** Whether findings are to be named as in a baseline. */
  readonly needsFingerprints: boolean;
  piece(message: ValidatedMessage, facts: ValidationFacts): string;
  document(facts: ValidationFacts): FindingsDocument;
}

/** A report that is being written; each call returns what comes next in it. */
export interface FindingsDocument {
  begin(): string;
  /** `piece` as the format made it; `source` is that of its message. */
  add(piece: string, source: string): string;
  end(summary: ValidationSummary): string;
}
