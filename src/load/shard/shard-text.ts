import { createHash } from 'node:crypto';
import { pagesOf, pageTexts } from './page-text.js';
import type { ShardRecord } from './shard-record.js';

/** The first key of the file names its form: another number, another form. */
const FORM = 'pipehat-load-shard/1';

export type ShardFile =
  | { readonly kind: 'shard'; readonly record: ShardRecord }
  | { readonly kind: 'unreadable'; readonly what: string; readonly remedy: string };

/** A shard as the JSON of a file. Its checksum tells a file that is cut off or was changed. */
export function shardText(record: ShardRecord): string {
  const body = storedForm(record);
  return `${JSON.stringify({ form: FORM, sha256: checksum(body), shard: body })}\n`;
}

function storedForm(record: ShardRecord) {
  return {
    ...record,
    parts: record.parts.map((part) => ({ ...part, accepted: pageTexts(part.accepted) })),
    farEnds: record.farEnds.map((farEnd) => ({ ...farEnd, pages: pageTexts(farEnd.pages) })),
  };
}

/** Reads what `shardText` wrote. Never throws. */
export function readShard(text: string): ShardFile {
  const file = parsed(text);
  if (file === undefined) return unreadable('is not JSON: the file is cut off, or is something else');
  const { form, sha256, shard } = file;
  if (form !== FORM) {
    const isOurs = typeof form === 'string' && form.startsWith('pipehat-load-shard/');
    return unreadable(
      isOurs ? `has the form ${form}, which this version does not know` : 'is not a shard of a load run',
    );
  }
  if (sha256 !== checksum(shard)) return unreadable('was changed after it was written: its checksum is another one');
  // Nothing but `shardText` makes a file whose checksum is right.
  const body = shard as ReturnType<typeof storedForm>;
  return {
    kind: 'shard',
    record: {
      ...body,
      parts: body.parts.map((part) => ({ ...part, accepted: pagesOf(part.accepted) })),
      farEnds: body.farEnds.map((farEnd) => ({ ...farEnd, pages: pagesOf(farEnd.pages) })),
    },
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return undefined;
  }
}

function unreadable(what: string): ShardFile {
  return { kind: 'unreadable', what, remedy: 'name files that `pipehat load --shard` or an agent has written' };
}

function checksum(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('hex');
}
