/** One library, as its documentation says it is used. Everything begins with bytes, since that is what a socket gives. */
export interface Parser {
  /** MSH-10, PID-5.1 and PID-3.1. */
  read(bytes: Buffer): readonly [string, string, string];
  /** The sum of the lengths of OBX-5 of all results: a figure that needs them all. */
  walk(bytes: Buffer): number;
  /** The bytes with another MSH-10. */
  rewrite(bytes: Buffer, controlId: string): Buffer;
}
