import { readSync } from 'node:fs';
import { type FileHandle, open, truncate } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** Before each record: its length and its CRC-32, both unsigned 32 bits, little endian. */
const PREFIX_BYTES = 8;

/** Where a record stands in the file, without its prefix. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

interface Waiting {
  readonly bytes: readonly Buffer[];
  readonly whenSafe: (failure?: Error) => void;
}

/**
 * A file that only grows. Records that arrive while an earlier write is on its way to the disk share the next write and
 * its sync (group commit), so that many senders pay for one sync together.
 */
export class AppendLog {
  readonly #file: FileHandle;
  readonly #isSynced: boolean;
  #end: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #broken: Error | undefined;
  #syncs = 0;

  private constructor(file: FileHandle, end: number, isSynced: boolean) {
    this.#file = file;
    this.#end = end;
    this.#isSynced = isSynced;
  }

  /**
   * Opens or creates the file and hands every whole record to `replay`, in order. What follows the last whole record is
   * a write that a crash cut short: nobody was told that it is safe, so it is cut off. `dropped` counts its bytes.
   * `isSynced`: a record is safe when the disk has it; else when the operating system has it, which survives the end of the
   * process.
   */
  static async open(
    path: string,
    replay: (record: Buffer, place: Place) => void,
    isSynced = true,
  ): Promise<{ readonly log: AppendLog; readonly dropped: number }> {
    // Messages of patients: for its owner alone.
    const file = await open(path, 'a+', 0o600);
    const { size } = await file.stat();
    const end = readRecords(file.fd, size, replay);
    // By name: a handle that may only append cannot truncate on Windows.
    if (end < size) await truncate(path, end);
    return { log: new AppendLog(file, end, isSynced), dropped: size - end };
  }

  /** How many times the disk was synced: fewer than records where senders shared a commit. */
  get syncs(): number {
    return this.#syncs;
  }

  /** Adds a record of at least one byte. `whenSafe` is called in the order of the calls, after the record is on the disk or has failed. */
  append(record: Buffer, whenSafe: (failure?: Error) => void = () => {}): Place {
    const place = { offset: this.#end + PREFIX_BYTES, length: record.length };
    this.#end += PREFIX_BYTES + record.length;
    this.#waiting.push({ bytes: [prefix(record), record], whenSafe });
    this.#writing ??= this.#drain();
    return place;
  }

  /** Calls back when all that was appended before is on the disk, or has failed. */
  afterAllBefore(whenSafe: (failure?: Error) => void): void {
    this.#waiting.push({ bytes: [], whenSafe });
    this.#writing ??= this.#drain();
  }

  async read(place: Place): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(place.length);
    const { bytesRead } = await this.#file.read(bytes, 0, place.length, place.offset);
    if (bytesRead < place.length) throw new Error(`log ends inside the record at byte ${place.offset}`);
    return bytes;
  }

  /** Waits until all that was appended is on the disk, then closes the file. */
  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.#file.close();
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const failure = await this.#commit(batch);
      for (const { whenSafe } of batch) whenSafe(failure);
    }
    this.#writing = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<Error | undefined> {
    try {
      if (this.#broken) return this.#broken;
      await this.#file.appendFile(Buffer.concat(batch.flatMap(({ bytes }) => bytes)));
      if (!this.#isSynced) return undefined;
      await this.#file.datasync();
      this.#syncs++;
    } catch (error) {
      // After a failed write nobody knows what the file ends with: only a restart reads it afresh.
      this.#broken = error instanceof Error ? error : new Error(String(error));
    }
    return this.#broken;
  }
}

function prefix(record: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(PREFIX_BYTES);
  bytes.writeUInt32LE(record.length, 0);
  bytes.writeUInt32LE(crc32(record), 4);
  return bytes;
}

/** Returns the offset at which the last whole record ends. */
function readRecords(fd: number, size: number, replay: (record: Buffer, place: Place) => void): number {
  const head = Buffer.alloc(PREFIX_BYTES);
  let at = 0;
  while (at + PREFIX_BYTES <= size) {
    readSync(fd, head, 0, PREFIX_BYTES, at);
    const length = head.readUInt32LE(0);
    const offset = at + PREFIX_BYTES;
    // No record is empty: zeros are what some file systems leave after a crash.
    if (length === 0 || offset + length > size) break;
    const record = Buffer.allocUnsafe(length);
    readSync(fd, record, 0, length, offset);
    if (crc32(record) !== head.readUInt32LE(4)) break;
    replay(record, { offset, length });
    at = offset + length;
  }
  return at;
}
