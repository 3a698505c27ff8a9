import type { FindingsFormat } from '../../../reports/findings/findings-format.js';
import type { ValidationFacts } from '../../../reports/findings/validated-message.js';
import type { AcceptedFinding } from '../../conformance/severity/baseline.js';
import { addMessage, noCounts } from './counts.js';
import type { Judge } from './judge.js';
import type { Parcel, ParcelResult } from './parcel.js';

/** Judges the messages of parcels and writes what is to be shown of them, in one thread. */
export class Workbench {
  readonly #judge: Judge;
  readonly #format: FindingsFormat;
  readonly #facts: ValidationFacts;

  constructor(judge: Judge, format: FindingsFormat, facts: ValidationFacts) {
    this.#judge = judge;
    this.#format = format;
    this.#facts = facts;
  }

  process({ jobs }: Parcel): ParcelResult {
    const pieces: { readonly source: string; readonly text: string }[] = [];
    const counts = noCounts();
    const expired = new Map<string, AcceptedFinding>();
    const acceptable = new Map<string, AcceptedFinding>();
    for (const job of jobs) {
      for (const judged of this.#judge.judge(job)) {
        addMessage(counts, judged.message);
        for (const entry of judged.expired) expired.set(entry.fingerprint, entry);
        for (const entry of judged.acceptable) acceptable.set(entry.fingerprint, entry);
        pieces.push({ source: judged.message.source, text: this.#format.piece(judged.message, this.#facts) });
      }
    }
    return { pieces, counts, expired: [...expired.values()], acceptable: [...acceptable.values()] };
  }
}
