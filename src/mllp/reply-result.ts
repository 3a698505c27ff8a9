import type { CloseReason } from './connection.js';
import type { DialFailure } from './dial-failure.js';
import type { FrameEvent } from './frame-event.js';

/**
 * What became of a request. Times are those of the client's timer, in real milliseconds: `sentAtMs` when the last byte
 * was handed to the kernel, `repliedAtMs` when the reply was read.
 */
export type ReplyResult =
  | { readonly kind: 'reply'; readonly payload: Buffer; readonly sentAtMs: number; readonly repliedAtMs: number }
  /** Written, and no reply was asked for. */
  | { readonly kind: 'none-expected'; readonly sentAtMs: number }
  /** `other`: what came meanwhile that was no reply. */
  | { readonly kind: 'timed-out'; readonly sentAtMs: number; readonly other: readonly FrameEvent[] }
  /** Until the timeout there came only replies to something else; `payload` is the first of them. */
  | {
      readonly kind: 'uncorrelated';
      readonly payload: Buffer;
      readonly sentAtMs: number;
      readonly repliedAtMs: number;
      readonly other: readonly FrameEvent[];
    }
  /** An answer came, but not as a frame that could be read. */
  | { readonly kind: 'bad-frame'; readonly sentAtMs: number; readonly events: readonly FrameEvent[] }
  /** `sent`: whether the last byte was handed to the kernel before the connection was gone. */
  | { readonly kind: 'lost'; readonly reason: CloseReason; readonly sent: boolean }
  | { readonly kind: 'not-connected'; readonly reason: DialFailure['reason']; readonly message: string };
