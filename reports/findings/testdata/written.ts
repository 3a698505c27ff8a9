import type { FindingsFormat } from '../findings-format.js';
import type { ValidatedMessage, ValidationFacts, ValidationSummary } from '../validated-message.js';
import { failed, FACTS, passed, SUMMARY } from './specimen.js';

/** A whole report, as the command puts it together. */
export function written(
  format: FindingsFormat,
  messages: readonly ValidatedMessage[] = [failed(), passed()],
  facts: ValidationFacts = FACTS,
  summary: ValidationSummary = SUMMARY,
): string {
  const document = format.document(facts);
  const pieces = messages.map((message) => document.add(format.piece(message, facts), message.source));
  return document.begin() + pieces.join('') + document.end(summary);
}
