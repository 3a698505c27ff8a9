import type { Finding } from '../../evidence/finding.js';
import type { Mode } from '../mode.js';
import type { FindingCode } from '../report/finding-codes.js';
import { Report } from '../report/report.js';

export type BatchSegment = 'FHS' | 'BHS' | 'BTS' | 'FTS';

const TWIN = { BTS: 'BHS', FTS: 'FHS' } as const;

interface Open {
  readonly line: number;
  count: number;
}

/**
 * The envelope of a file, `[FHS] { [BHS] { MSH ... } [BTS] } [FTS]` (chapter 2, 2.10.3), judged as its lines go by: order, nesting, and
 * the counts of BTS-1 and FTS-1. Paths and lines are those of the file; lines are 1-based.
 */
export class BatchCheck {
  readonly #report: Report;
  readonly #seen = new Map<string, number>();
  #separator = '|';
  #file: Open | undefined;
  #batch: Open | undefined;
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
    if (this.#batch === undefined) this.#open(line);
    if (this.#batch !== undefined) this.#batch.count++;
  }

  /** A line that belongs to no message. */
  stray(line: number): void {
    const message = 'this line belongs to no message';
    this.#report.add({ code: 'content-outside-message', place: { path: '', line, column: 1 }, message });
  }

  /** What is wrong with the envelope so far, and at its end. */
  finish(): readonly Finding[] {
    this.#closeBatch('BTS');
    if (this.#file !== undefined) this.#missing('FTS', this.#file.line);
    return this.#report.take();
  }

  #fileHeader(line: number, text: string): void {
    if (this.#file !== undefined || this.#batches > 0)
      this.#misplaced('FHS', line, 'FHS stands after the beginning of the file');
    else this.#file = { line, count: 0 };
    this.#separator = text.charAt(3);
  }

  #batchHeader(line: number, text: string): void {
    this.#closeBatch('BTS');
    if (this.#isOver) this.#misplaced('BHS', line, 'BHS stands after FTS');
    this.#separator = text.charAt(3);
    this.#open(line, line);
  }

  #batchTrailer(line: number, text: string): void {
    if (this.#batch === undefined) this.#misplaced('BTS', line, 'BTS stands where no batch is open');
    else this.#compare('BTS', line, text, this.#batch.count);
    this.#batch = undefined;
    this.#header = undefined;
  }

  #fileTrailer(line: number, text: string): void {
    this.#closeBatch('BTS');
    if (this.#isOver) this.#misplaced('FTS', line, 'FTS stands a second time');
    else this.#compare('FTS', line, text, this.#batches);
    this.#isOver = true;
    this.#file = undefined;
  }

  /** Line of the BHS that opened the batch; messages without BHS are a batch too, which needs no trailer. */
  #header: number | undefined;

  #open(line: number, header?: number): void {
    this.#batch = { line, count: 0 };
    this.#header = header;
    this.#batches++;
  }

  #closeBatch(trailer: 'BTS'): void {
    if (this.#batch !== undefined && this.#header !== undefined) this.#missing(trailer, this.#header);
    this.#batch = undefined;
    this.#header = undefined;
  }

  #missing(trailer: 'BTS' | 'FTS', line: number): void {
    this.#report.add({
      code: 'batch-trailer-missing',
      place: { path: `${TWIN[trailer]}[${this.#seen.get(TWIN[trailer]) ?? 1}]`, line, column: 1 },
      message: `${TWIN[trailer]} has no ${trailer}: the file may have been cut`,
      rule: RULE,
      expected: trailer,
      actual: 'none',
    });
  }

  #misplaced(name: string, line: number, message: string): void {
    const path = `${name}[${this.#seen.get(name) ?? 1}]`;
    this.#report.add({ code: 'batch-segment-misplaced', place: { path, line, column: 1 }, message, rule: RULE });
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
      place: { path: `${name}[${this.#seen.get(name) ?? 1}]-1[1]`, line, column: 5 },
      message: isNumber ? `${name}-1 is not the number of ${what}` : `${name}-1 is no number`,
      rule: RULE,
      expected: String(counted),
      actual: stated,
    });
  }
}

const RULE = 'HL7 v2 chapter 2, 2.10.3';
