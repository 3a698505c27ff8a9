/** Below this many bytes a loop beats the call into the runtime. */
const SHORT = 32;

/** Index of `byte` at or behind `from`, or the length of `bytes` where there is none. */
export function find(bytes: Buffer, byte: number, from: number): number {
  if (bytes.length - from < SHORT) {
    for (let i = from; i < bytes.length; i++) if (bytes[i] === byte) return i;
    return bytes.length;
  }
  const found = bytes.indexOf(byte, from);
  return found < 0 ? bytes.length : found;
}
