import { BatchCheck } from '../../conformance/checks/batch.js';
import type { Mode } from '../../conformance/mode.js';
import type { Draft } from '../../conformance/report/draft.js';
import { Report } from '../../conformance/report/report.js';
import type { Finding } from '../../evidence/finding.js';
import { parseMessage } from '../../hl7/parse.js';
import type { Job } from './job.js';
import type { MessageSelection } from './message-selection.js';
import { unfolded } from './part-bytes.js';
import type { Source } from './sources.js';
import { MessageSplitter, type Part } from './splitter.js';

type Held = Part & { readonly kind: 'message' | 'too-large' };

/** Something that begins a message or a batch, at the beginning of a line. */
const LIKE_HL7 = /(?:^|[\r\n\x0b])(?:\xef\xbb\xbf)?(?:MSH|FHS|BHS)[!-/:-@[-`{-~]/;
/** Bytes in which a message must begin in a source that nobody said to hold one. */
const GLIMPSE = 65_536;

/** The jobs of one source. A message is held until it is known whether others follow. */
export class SourceParts {
  /** Nothing in the source looks like HL7, and nobody said that it would. */
  isForeign = false;
  readonly #source: Source;
  readonly #selection: MessageSelection;
  readonly #mode: Mode;
  readonly #splitter: MessageSplitter;
  readonly #batch: BatchCheck;
  #isFirst = true;
  #index = 0;
  #held: Held | undefined;
  #stray: (Part & { readonly kind: 'stray' }) | undefined;

  constructor(source: Source, selection: MessageSelection, mode: Mode) {
    this.#source = source;
    this.#selection = selection;
    this.#mode = mode;
    this.#splitter = new MessageSplitter({ keepsEverything: mode.quirks.batchUnknown });
    this.#batch = new BatchCheck(mode);
  }

  push(chunk: Buffer): readonly Job[] {
    if (this.#isFirst && !this.#source.isExpected && !LIKE_HL7.test(chunk.toString('latin1', 0, GLIMPSE))) {
      this.isForeign = true;
      return [];
    }
    this.#isFirst = false;
    return this.#splitter.push(chunk).flatMap((part) => this.#take(part));
  }

  /** What is left: the last message, and what is wrong with the source as a whole. */
  end(): readonly Job[] {
    if (this.isForeign) return [];
    const jobs = this.#splitter.end().flatMap((part) => this.#take(part));
    const last = this.#release(this.#index > 1);
    if (this.#index === 0 && this.#stray !== undefined) return [this.#notHl7(this.#stray)];
    const about = this.#batch.finish();
    return [...jobs, ...last, ...(about.length > 0 ? [this.#aboutSource(about)] : [])];
  }

  /** The source as one that cannot be read any further. */
  unreadable({ code }: NodeJS.ErrnoException): Job {
    const message = 'the file cannot be read';
    const place = { path: '', line: 1, column: 1 };
    return this.#aboutSource(this.#findings({ code: 'unreadable-source', place, message, actual: code ?? 'unknown' }));
  }

  #take(part: Part): readonly Job[] {
    if (part.kind === 'message' || part.kind === 'too-large') {
      const before = this.#release(true);
      this.#batch.message(part.line);
      this.#index++;
      this.#held = part;
      return before;
    }
    if (part.kind === 'batch') this.#batch.segment(part.name, part.line, part.text);
    else this.#takeStray(part);
    return [];
  }

  #takeStray(part: Part & { readonly kind: 'stray' }): void {
    this.#stray ??= part;
    this.#batch.stray(part.line);
  }

  #release(isOneOfMany: boolean): readonly Job[] {
    const part = this.#held;
    this.#held = undefined;
    if (part === undefined) return [];
    const { line } = part;
    if (part.kind === 'too-large') {
      const message = `the message has ${part.size.toLocaleString('en')} bytes and was not judged`;
      const notes = this.#findings({ code: 'message-too-large', place: { path: '', line: 1, column: 1 }, message });
      return [{ ...this.#about(line, isOneOfMany), bytes: NO_BYTES, type: '', controlId: '', plans: [], notes }];
    }
    const bytes = unfolded(part.bytes);
    const { drafts, ...chosen } = this.#selection.choose(bytes);
    return [{ ...this.#about(line, isOneOfMany), bytes, ...chosen, notes: this.#findings(...drafts) }];
  }

  #about(line: number, isOneOfMany: boolean) {
    return { source: this.#source.name, index: this.#index, isOneOfMany, line };
  }

  #notHl7({ line, bytes }: Part & { readonly kind: 'stray' }): Job {
    const result = parseMessage(bytes);
    const reason = result.kind === 'malformed' ? result.defects.map((one) => one.reason).join('; ') : '';
    const place = { path: '', line: 1, column: 1 };
    const notes = this.#findings({
      code: 'not-hl7',
      place,
      message: 'the bytes are no HL7 v2 message',
      actual: reason,
    });
    const { name: source } = this.#source;
    return { source, index: 1, isOneOfMany: false, line, bytes: NO_BYTES, type: '', controlId: '', plans: [], notes };
  }

  #aboutSource(notes: readonly Finding[]): Job {
    const shared = { isOneOfMany: true, line: 1, bytes: NO_BYTES, type: '', controlId: '', plans: [] };
    return { source: this.#source.name, index: 0, ...shared, notes };
  }

  #findings(...drafts: readonly Draft[]): readonly Finding[] {
    const report = new Report(this.#mode);
    for (const draft of drafts) report.add(draft);
    return report.take();
  }
}

const NO_BYTES = new Uint8Array(0);
