import { CARRIAGE_RETURN, END_BLOCK, START_BLOCK } from './frame-event.js';

/** The payload as one frame: VT, payload, FS, CR. The payload is taken as it is, even where it holds a frame byte. */
export function frame(payload: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(payload.length + 3);
  framed[0] = START_BLOCK;
  framed.set(payload, 1);
  framed[payload.length + 1] = END_BLOCK;
  framed[payload.length + 2] = CARRIAGE_RETURN;
  return framed;
}
