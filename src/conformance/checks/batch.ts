import type { Finding } from '../../evidence/finding.js';
import type { Mode } from '../mode.js';
import type { FindingCode } from '../report/finding-codes.js';
import { Report } from '../report/report.js';

export type BatchSegment = 'FHS' | 'BHS' | 'BTS' | 'FTS';

/** A header that waits for its trailer. */
interface Header {
  readonly path: string;
  readonly line: number;
}

/**
 * The envelope of a file, `[FHS] { [BHS] { MSH ... } [BTS] } [FTS]` (chapter 2, 2.10.3), judged as its lines go by: order, nesting, and
 * the counts of BTS-1 and FTS-1. Paths and lines are those of the file; lines are 1-based.
 */
export class BatchCheck {
  readonly #report: Report;
  readonly #seen = new Map<string, number>();
  #separator = '|';
  #file: Header | undefined;
  /** Messages without BHS are a batch too, which needs no trailer. */
  #batch: { messages: number; readonly header: Header | undefined } | undefined;
  #isOver = false;
  #batches = 0;

  constructor(mode: Mode) {
    this.#report = new Report(mode);
  }

  /** A batch segment; `text` is its whole line. */
  segment(name: BatchSegment, line: number, text: string): void {
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1);
    if (name === 'FHS') this.#fileHeader(line, text);
    else if (name === 'BHS') this.#batchHeader(line, text);
    else if (name === 'BTS') this.#batchTrailer(line, text);
    else this.#fileTrailer(line, text);
  }

  /** A message begins. */
  message(line: number): void {
    if (this.#isOver) this.#misplaced('MSH', line, 'a message stands after FTS');
    this.#batch ??= this.#opened(undefined);
    this.#batch.messages++;
  }

  /** A line that belongs to no message. */
  stray(line: number): void {
    const message = 'this line belongs to no message';
    this.#report.add({ code: 'content-outside-message', place: { path: '', line, column: 1 }, message });
  }

  /** What is wrong with the envelope so far, and at its end. */
  finish(): readonly Finding[] {
    this.#closeBatch();
    if (this.#file !== undefined) this.#missing('FTS', this.#file);
    return this.#report.take();
  }

  #fileHeader(line: number, text: string): void {
    if (this.#file !== undefined || this.#batches > 0)
      this.#misplaced('FHS', line, 'FHS stands after the beginning of the file');
    else this.#file = { path: this.#path('FHS'), line };
    this.#separator = text.charAt(3);
  }

  #batchHeader(line: number, text: string): void {
    this.#closeBatch();
    if (this.#isOver) this.#misplaced('BHS', line, 'BHS stands after FTS');
    this.#separator = text.charAt(3);
    this.#batch = this.#opened({ path: this.#path('BHS'), line });
  }

  #batchTrailer(line: number, text: string): void {
    if (this.#batch === undefined) this.#misplaced('BTS', line, 'BTS stands where no batch is open');
    else this.#compare('BTS', line, text, this.#batch.messages);
    this.#batch = undefined;
  }

  #fileTrailer(line: number, text: string): void {
    this.#closeBatch();
    if (this.#isOver) this.#misplaced('FTS', line, 'FTS stands a second time');
    else this.#compare('FTS', line, text, this.#batches);
    this.#isOver = true;
    this.#file = undefined;
  }

  #opened(header: Header | undefined) {
    this.#batches++;
    return { messages: 0, header };
  }

  #closeBatch(): void {
    if (this.#batch?.header !== undefined) this.#missing('BTS', this.#batch.header);
    this.#batch = undefined;
  }

  #missing(trailer: 'BTS' | 'FTS', { path, line }: Header): void {
    const header = path.slice(0, 3);
    this.#report.add({
      code: 'batch-trailer-missing',
      place: { path, line, column: 1 },
      message: `${header} has no ${trailer}: the file may have been cut`,
      rule: RULE,
      expected: trailer,
      actual: 'none',
    });
  }

  /** Of the segment that was seen last. */
  #path(name: string): string {
    return `${name}[${this.#seen.get(name) ?? 1}]`;
  }

  #misplaced(name: string, line: number, message: string): void {
    const place = { path: this.#path(name), line, column: 1 };
    this.#report.add({ code: 'batch-segment-misplaced', place, message, rule: RULE });
  }

  /** The counts may be absent; where sent they must agree. */
  #compare(name: 'BTS' | 'FTS', line: number, text: string, counted: number): void {
    const stated = text.split(this.#separator)[1]?.trim() ?? '';
    if (stated === '' || (/^\d+$/.test(stated) && Number(stated) === counted)) return;
    const what = name === 'BTS' ? 'messages in the batch' : 'batches in the file';
    const isNumber = /^\d+$/.test(stated);
    const code: FindingCode = isNumber
      ? name === 'BTS'
        ? 'batch-message-count'
        : 'batch-count'
      : 'batch-count-not-a-number';
    this.#report.add({
      code,
      place: { path: `${this.#path(name)}-1[1]`, line, column: 5 },
      message: isNumber ? `${name}-1 is not the number of ${what}` : `${name}-1 is no number`,
      rule: RULE,
      expected: String(counted),
      actual: stated,
    });
  }
}

const RULE = 'HL7 v2 chapter 2, 2.10.3';
