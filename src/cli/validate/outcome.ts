import type { ValidationSummary } from '../../../reports/findings/validated-message.js';
import type { AcceptedFinding } from '../../conformance/severity/baseline.js';
import { verdictOf } from '../../conformance/severity/verdict.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { addCounts, type Counts, noCounts } from './counts.js';
import type { ValidateOptions } from './options.js';
import type { ParcelResult } from './parcel.js';
import type { Setup } from './setup.js';

/** What a validation has come to so far. */
export class Outcome {
  readonly counts: Counts = noCounts();
  /** By fingerprint: what a new baseline would accept. */
  readonly acceptable = new Map<string, AcceptedFinding>();
  readonly #expired = new Map<string, AcceptedFinding>();
  readonly #options: ValidateOptions;
  readonly #baseline: string;
  #pieces = 0;

  constructor({ severity }: Setup, options: ValidateOptions) {
    this.#options = options;
    this.#baseline = severity.baseline?.file ?? '';
  }

  add({ pieces, counts, expired, acceptable }: ParcelResult): void {
    this.#pieces += pieces.length;
    addCounts(this.counts, counts);
    for (const entry of expired) this.#expired.set(entry.fingerprint, entry);
    for (const entry of acceptable) this.acceptable.set(entry.fingerprint, entry);
  }

  /** Neither a message nor anything to be told of a source. */
  get isEmpty(): boolean {
    return this.#pieces === 0;
  }

  get exitCode(): ExitCode {
    // What was found is accepted from now on.
    if (this.#options.updateBaseline) return EXIT.passed;
    const verdict = verdictOf(this.counts, this.#options.failOn);
    if (verdict === 'failed') return EXIT.failed;
    return verdict === 'untestable' && !this.#options.allowUntestable ? EXIT.incomplete : EXIT.passed;
  }

  summary(sources: number): ValidationSummary {
    const verdict = verdictOf(this.counts, this.#options.failOn);
    const expired = [...this.#expired.values()].map(
      ({ code, path, expires, who, why }) =>
        `${code}${path === '' ? '' : ` at ${path}`}, until ${expires} by ${who}: ${why} (${this.#baseline})`,
    );
    return { sources, ...this.counts, verdict, expired };
  }
}
