/** MLLP Release 1: VT before the payload, FS CR behind it. None of VT and FS may occur in the payload. */
export const START_BLOCK = 0x0b;
export const END_BLOCK = 0x1c;
export const CARRIAGE_RETURN = 0x0d;
const ACK = 0x06;
const NAK = 0x15;

/**
 * Where bytes lay that belong to no good frame. `missing-cr`: an end block without its carriage return;
 * `nested-start`: a frame that was cut short by the next start block; `truncated`: one that was cut short by the end of
 * the stream.
 */
export type JunkPlace = 'before-start' | 'after-end' | 'missing-cr' | 'nested-start' | 'truncated';

/**
 * What the decoder saw. `offset` is absolute in the stream, 0-based, and names the first byte that the event covers: for
 * a frame its start block. `payload` excludes the frame bytes; `bytes` are exactly as they came, start block included.
 * A long run of junk may come as several events that touch, one for each chunk read.
 */
export type FrameEvent =
  | { readonly kind: 'frame'; readonly payload: Buffer; readonly offset: number }
  /** A commit frame of MLLP Release 2: `0B 06 1C 0D` or `0B 15 1C 0D`. */
  | { readonly kind: 'commit'; readonly code: 'ack' | 'nak'; readonly offset: number }
  | { readonly kind: 'empty'; readonly offset: number }
  /** A frame was begun and then nothing more came for the agreed time. */
  | { readonly kind: 'idle-in-frame'; readonly bytes: Buffer; readonly offset: number }
  | { readonly kind: 'junk'; readonly where: JunkPlace; readonly bytes: Buffer; readonly offset: number }
  /** A payload of more than `limit` bytes; nothing of it is kept and it is skipped up to its end. */
  | { readonly kind: 'overflow'; readonly limit: number; readonly offset: number };

/** What a frame with its start and end is: content, a commit, or nothing. */
export function completeFrame(payload: Buffer, offset: number): FrameEvent {
  if (payload.length === 0) return { kind: 'empty', offset };
  if (payload.length === 1 && payload[0] === ACK) return { kind: 'commit', code: 'ack', offset };
  if (payload.length === 1 && payload[0] === NAK) return { kind: 'commit', code: 'nak', offset };
  return { kind: 'frame', payload, offset };
}
