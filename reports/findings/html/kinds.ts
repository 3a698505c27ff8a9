import type { Classification } from '../../../src/evidence/finding.js';
import type { ValidatedMessage } from '../validated-message.js';

/** Findings with the same code at the same element, in all messages. */
export interface FindingKind {
  readonly code: string;
  readonly classification: Classification;
  /** `PID-3.4`, without instances. */
  readonly element: string;
  /** The sentence of the first one. */
  readonly message: string;
  readonly remedy: string;
  readonly findings: number;
  readonly messages: number;
  /** Where the first one is shown; undefined where none is. */
  readonly anchor: string | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What matters most first. */
export const CLASSIFICATIONS: readonly Classification[] = [
  'Error',
  'Specification Error',
  'Warning',
  'Alert',
  'Informational',
  'Validation Notes',
  'Affirmative',
];

/** Counts findings by kind. */
export class FindingKinds {
  readonly #kinds = new Map<string, Mutable<FindingKind>>();

  add({ findings }: ValidatedMessage, anchor: string | undefined): void {
    const counted = new Set<string>();
    for (const { code, classification, path = '', message, remedy = '' } of findings) {
      const element = path.replace(/\[\d+\]/g, '');
      const key = [code, classification, element].join('\n');
      const kind = this.#kinds.get(key);
      if (kind === undefined) {
        this.#kinds.set(key, { code, classification, element, message, remedy, findings: 1, messages: 1, anchor });
      } else {
        kind.findings++;
        if (!counted.has(key)) kind.messages++;
      }
      counted.add(key);
    }
  }

  /** The worst first, then the most frequent. */
  list(): readonly FindingKind[] {
    const rank = ({ classification }: FindingKind): number => CLASSIFICATIONS.indexOf(classification);
    return [...this.#kinds.values()].sort((a, b) => rank(a) - rank(b) || b.findings - a.findings);
  }
}
