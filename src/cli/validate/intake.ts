import { createReadStream, readFileSync } from 'node:fs';
import type { Mode } from '../../conformance/mode.js';
import type { Job } from './job.js';
import type { MessageSelection } from './message-selection.js';
import { SourceParts } from './source-parts.js';
import type { Source } from './sources.js';

/** Bytes that are read at once; smaller files are read whole. */
const CHUNK = 1024 * 1024;

/** Makes jobs of the messages of sources, in their order, holding one message at a time. */
export class Intake {
  /** What was read so far. */
  bytes = 0;
  messages = 0;
  /** Sources in which no message was found and none was expected. */
  readonly skipped: string[] = [];
  readonly #selection: MessageSelection;
  readonly #mode: Mode;

  constructor(selection: MessageSelection, mode: Mode) {
    this.#selection = selection;
    this.#mode = mode;
  }

  async *jobs(sources: readonly Source[]): AsyncGenerator<Job> {
    for (const source of sources) yield* this.#jobsOf(source);
  }

  async *#jobsOf(source: Source): AsyncGenerator<Job> {
    const parts = new SourceParts(source, this.#selection, this.#mode);
    try {
      for await (const chunk of chunksOf(source)) {
        this.bytes += chunk.length;
        for (const job of parts.push(chunk)) yield this.#counted(job);
        if (parts.isForeign) break;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      yield parts.unreadable(error as NodeJS.ErrnoException);
    }
    for (const job of parts.end()) yield this.#counted(job);
    if (parts.isForeign) this.skipped.push(source.name);
  }

  #counted(job: Job): Job {
    if (job.index > 0) this.messages++;
    return job;
  }
}

async function* chunksOf({ name, size }: Source): AsyncGenerator<Buffer> {
  if (name === '-') yield* standardInput();
  else if (size !== undefined && size <= CHUNK) yield readFileSync(name);
  else for await (const chunk of createReadStream(name, { highWaterMark: CHUNK })) yield chunk;
}

/** Until its end, or until an interrupt takes it away. */
async function* standardInput(): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of process.stdin) yield Buffer.from(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
