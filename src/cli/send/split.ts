import { isBatch, splitBatch } from '../../hl7/batch.js';
import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';
import { FrameDecoder } from '../../mllp/frame-decoder.js';
import { START_BLOCK } from '../../mllp/frame-event.js';
import type { Source } from './sources.js';

/** The bytes of one message, and what is needed to talk about it. */
export interface Payload {
  readonly source: string;
  /** 1-based in its source. */
  readonly index: number;
  readonly isOneOfMany: boolean;
  readonly bytes: Buffer;
  /** MSH-10, '' where absent. */
  readonly controlId: string;
  /** MSH-11.1, '' where absent. */
  readonly processingId: string;
}

export interface Unreadable {
  readonly source: string;
  readonly reason: string;
}

export interface SplitSources {
  readonly payloads: readonly Payload[];
  /** Parts of named files, and of files that begin like HL7, that are no message; counts of batches that do not agree. */
  readonly unreadable: readonly Unreadable[];
  /** Files found in folders that do not look like HL7 at all. */
  readonly skipped: readonly string[];
}

type Part = { readonly kind: 'bytes'; readonly bytes: Buffer } | { readonly kind: 'trouble'; readonly reason: string };

/** The messages of all sources in their order. Frames, batches and files of several messages are taken apart. */
export function splitSources(sources: readonly Source[]): SplitSources {
  const payloads: Payload[] = [];
  const unreadable: Unreadable[] = [];
  const skipped: string[] = [];
  for (const { name, bytes, isFound } of sources) {
    if (isFound && !looksLikeHl7(bytes)) {
      skipped.push(name);
      continue;
    }
    const parts = partsOf(bytes);
    for (const [position, part] of parts.entries()) {
      const result = part.kind === 'bytes' ? read(part.bytes) : part;
      if (result.kind === 'trouble') unreadable.push({ source: name, reason: result.reason });
      else payloads.push(payload(name, position + 1, parts.length > 1, result.message));
    }
  }
  return { payloads, unreadable, skipped };
}

function payload(source: string, index: number, isOneOfMany: boolean, message: Message): Payload {
  const processingId = message.get('MSH-11') ?? '';
  return { source, index, isOneOfMany, bytes: message.raw, controlId: message.controlId, processingId };
}

function read(
  bytes: Buffer,
): { readonly kind: 'message'; readonly message: Message } | Extract<Part, { kind: 'trouble' }> {
  const result = parseMessage(bytes);
  if (result.kind === 'message') return result;
  return { kind: 'trouble', reason: result.defects.map((defect) => defect.reason).join('; ') };
}

function looksLikeHl7(bytes: Buffer): boolean {
  return /^[\s\x0b\xef\xbb\xbf]*(MSH|FHS|BHS)/.test(bytes.subarray(0, 1_000).toString('latin1'));
}

function partsOf(bytes: Buffer): readonly Part[] {
  return bytes[0] === START_BLOCK ? framesOf(bytes) : messagesOf(bytes);
}

/** A captured stream: what is in its frames is sent, in frames of our own. */
function framesOf(bytes: Buffer): readonly Part[] {
  const decoder = new FrameDecoder();
  return [...decoder.push(bytes), ...decoder.end()].flatMap((event): readonly Part[] => {
    if (event.kind === 'frame') return messagesOf(event.payload);
    if (event.kind === 'junk' && event.bytes.toString('latin1').trim() === '') return [];
    const what = event.kind === 'junk' ? `bytes ${event.where}` : event.kind;
    return [{ kind: 'trouble', reason: `the MLLP stream holds ${what} at offset ${event.offset}` }];
  });
}

/** One message stays byte for byte what it is. */
function messagesOf(bytes: Buffer): readonly Part[] {
  if (!isBatch(bytes)) return [{ kind: 'bytes', bytes }];
  const { messages, defects } = splitBatch(bytes);
  return [
    ...messages.map((message) => ({ kind: 'bytes', bytes: message.bytes }) as const),
    ...defects.map(({ line, reason }) => ({ kind: 'trouble', reason: `line ${line}: ${reason}` }) as const),
  ];
}
