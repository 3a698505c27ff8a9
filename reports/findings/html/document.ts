import type { FindingsDocument } from '../findings-format.js';
import type { ValidatedMessage, ValidationFacts, ValidationSummary } from '../validated-message.js';
import { FindingKinds } from './kinds.js';
import { findingsPage } from './page.js';

/** Messages that are shown, and characters of them: beyond these a browser gets slow. All others are counted. */
const MESSAGES = 400;
const CHARACTERS = 12_000_000;

/** Keeps what the page shows: the first messages with findings, and every kind of finding with its number. */
export class HtmlDocument implements FindingsDocument {
  readonly #facts: ValidationFacts;
  readonly #kinds = new FindingKinds();
  readonly #shown: ValidatedMessage[] = [];
  #characters = 0;
  /** Messages with findings that are not shown. */
  #left = 0;

  constructor(facts: ValidationFacts) {
    this.#facts = facts;
  }

  begin(): string {
    return '';
  }

  add(piece: string): string {
    const message = JSON.parse(piece) as ValidatedMessage;
    const hasFindings = message.findings.length > 0;
    const isShown = this.#shown.length < MESSAGES && this.#characters + piece.length <= CHARACTERS;
    this.#kinds.add(message, hasFindings && isShown ? anchorOf(this.#shown.length) : undefined);
    if (hasFindings && !isShown) this.#left++;
    if (!hasFindings || !isShown) return '';
    this.#characters += piece.length;
    this.#shown.push(message);
    return '';
  }

  end(summary: ValidationSummary): string {
    return findingsPage({
      facts: this.#facts,
      summary,
      messages: this.#shown,
      left: this.#left,
      kinds: this.#kinds.list(),
    });
  }
}

/** The anchor of the n-th message that is shown, 0-based. */
export function anchorOf(index: number): string {
  return `m${index + 1}`;
}
