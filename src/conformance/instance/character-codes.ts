import { isAscii } from 'node:buffer';

/** The characters (UTF-16) of a text, by their 0-based offsets. */
export type CharacterCodes = Uint8Array | Uint16Array;

/**
 * A text as numbers: to look through them takes a third of the time of asking a string for each. In ASCII, as nearly every message
 * is, they are the bytes themselves.
 */
export function characterCodes(text: string, bytes?: Buffer): CharacterCodes {
  if (bytes?.length === text.length && isAscii(bytes))
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}
