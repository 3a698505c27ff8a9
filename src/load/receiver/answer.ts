import { frame } from '../../mllp/frame.js';

const CR = 13;

/**
 * A general acknowledgment made straight from the bytes of the message: MSH-3 to MSH-6 turned round, MSH-10 echoed in MSA-2 and
 * its own id made of `ordinal`. undefined where the bytes do not begin with MSH.
 */
export function answerTo(payload: Buffer, code: string, ordinal: number): Buffer | undefined {
  const header = readHeader(payload);
  if (header === undefined) return undefined;
  const { s, fields, delimiters } = header;
  const [application, facility, toApplication, toFacility, time, , type = '', controlId, processingId, version] =
    fields;
  const component = delimiters.charAt(0);
  const trigger = type.split(component)[1];
  const ack = trigger === undefined ? 'ACK' : `ACK${component}${trigger}`;
  const swapped = [toApplication, toFacility, application, facility];
  const msh = [`MSH${s}${delimiters}`, ...swapped, time, '', ack, `A${ordinal}`, processingId, version];
  const text = `${msh.join(s)}\rMSA${s}${code}${s}${controlId}\r`;
  return frame(Buffer.from(text, 'latin1'));
}

interface Header {
  readonly s: string;
  readonly delimiters: string;
  /** From MSH-3 on. */
  readonly fields: readonly string[];
}

function readHeader(payload: Buffer): Header | undefined {
  const end = payload.indexOf(CR);
  const line = payload.toString('latin1', 0, end < 0 ? Math.min(payload.length, 2_000) : end);
  if (!line.startsWith('MSH') || line.length < 8) return undefined;
  const s = line.charAt(3);
  const [delimiters = '', ...fields] = line.slice(4).split(s);
  return { s, delimiters, fields };
}
