import type { Charset } from './charset.js';
import { Content } from './content.js';
import { type Delimiters, encodingCharacters } from './delimiters.js';
import { type AcknowledgmentError, errorLines, type Put, readErrors } from './error-segment.js';
import { escapeText, unescapeText } from './escape.js';
import { readHeader } from './header.js';
import { Message } from './message.js';
import { formatTimestamp } from './timestamp.js';
import { isKnownVersion, versionAtLeast } from './version.js';

export { type AcknowledgmentError, ERROR_TEXTS } from './error-segment.js';

/** MSA-1, table 0008: original mode (and application) A., enhanced accept C. */
export type AcknowledgmentCode = 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';

export interface Reply {
  readonly code: AcknowledgmentCode;
  /** MSH-3 and MSH-4 of the responder; an HD value may be given as `NAMESPACE^1.2.3^ISO`. */
  readonly application: string;
  readonly facility: string;
  /** MSH-10 of the acknowledgment: the responder's own, unique. */
  readonly controlId: string;
  /** MSH-7. */
  readonly at: Date;
  readonly errors?: readonly AcknowledgmentError[];
  /** MSA-3; withdrawn and therefore not sent from 2.7. */
  readonly text?: string;
  /** MSH-12; that of the trigger where absent and known, else 2.5.1. */
  readonly version?: string;
}

const FALLBACK_VERSION = '2.5.1';

/**
 * The general acknowledgment of `trigger` (chapter 2, 2.9). The header is made anew: MSH-5/6 are the trigger's MSH-3/4,
 * MSH-11 and MSH-18 are copied, MSA-2 is the trigger's MSH-10, all of them byte for byte and in its delimiters.
 */
export function acknowledge(trigger: Message, reply: Reply): Message {
  const d = trigger.delimiters;
  const given = trigger.get('MSH-12') ?? '';
  const version = reply.version ?? (isKnownVersion(given) ? given : FALLBACK_VERSION);
  const put = putter(trigger);
  const msa = [
    'MSA',
    reply.code,
    verbatim(trigger, 'MSH-10'),
    ...(versionAtLeast(version, '2.7') ? [] : [put(messageText(reply, version))]),
  ];
  const lines = [
    headerLine(trigger, reply, version, put),
    dropTrailing(msa).join(d.field),
    ...errorLines(reply.errors ?? [], version, d, put),
  ];
  return read(Buffer.from(`${lines.join('\r')}\r`, 'latin1'), trigger);
}

/** Before 2.5 ERR has no place for a text, so that MSA-3 carries the first one. */
function messageText(reply: Reply, version: string): string {
  if (reply.text !== undefined || versionAtLeast(version, '2.5')) return reply.text ?? '';
  return reply.errors?.find((error) => error.userMessage !== undefined)?.userMessage ?? '';
}

function headerLine(trigger: Message, reply: Reply, version: string, put: Put): string {
  const d = trigger.delimiters;
  const sameVersion = version === trigger.get('MSH-12');
  const parts = [
    'MSH',
    encodingCharacters(d),
    hierarchic(reply.application, d, put),
    hierarchic(reply.facility, d, put),
    verbatim(trigger, 'MSH-3'),
    verbatim(trigger, 'MSH-4'),
    formatTimestamp(reply.at),
    '',
    messageType(trigger, version, put),
    put(reply.controlId),
    verbatim(trigger, 'MSH-11'),
    sameVersion ? verbatim(trigger, 'MSH-12') : put(version),
    ...['', '', '', '', ''],
    verbatim(trigger, 'MSH-18'),
  ];
  return dropTrailing(parts).join(d.field);
}

/** MSH-9: `ACK` up to 2.3, which has no structure; `ACK^A01` in 2.3.1; `ACK^A01^ACK` from 2.4. */
function messageType(trigger: Message, version: string, put: Put): string {
  const event = trigger.type.trigger;
  if (event === '' || !versionAtLeast(version, '2.3.1')) return 'ACK';
  const parts = versionAtLeast(version, '2.4') ? ['ACK', put(event), 'ACK'] : ['ACK', put(event)];
  return parts.join(trigger.delimiters.component);
}

/** An HD value: `^` in the text parts its components, whatever the delimiters of the message are. */
function hierarchic(text: string, d: Delimiters, put: Put): string {
  return text.split('^').map(put).join(d.component);
}

/** The bytes of the trigger's field, one character each. */
function verbatim(trigger: Message, path: string): string {
  return trigger.bytes(path)?.toString('latin1') ?? '';
}

/** An acknowledgment must go out: characters that the trigger's set lacks become question marks. */
function putter(trigger: Message): Put {
  const { charset, delimiters } = trigger;
  return (text) => {
    const escaped = escapeText(text, delimiters, charset);
    if (/^[\0-\x7f]*$/.test(escaped)) return escaped;
    const known = [...escaped].map((character) => (isWritable(character, charset) ? character : '?')).join('');
    return charset.encode(known)?.toString('latin1') ?? known.replace(/[^\0-\x7f]/g, '?');
  };
}

function isWritable(character: string, charset: Charset): boolean {
  if (character <= '\x7f') return true;
  return charset.iana !== 'us-ascii' && charset.encode(character) !== undefined;
}

function dropTrailing(parts: readonly string[]): readonly string[] {
  let last = parts.length;
  while (last > 0 && parts[last - 1] === '') last--;
  return parts.slice(0, last);
}

function read(bytes: Buffer, trigger: Message): Message {
  const result = readHeader(bytes, trigger.defaultCharset);
  if (result.kind === 'header') return new Message(new Content(result.header, bytes));
  throw new Error(`cannot make an acknowledgment: ${result.defect.reason}`);
}

/** What an acknowledgment says. */
export interface ReadAcknowledgment {
  /** MSA-1 as sent. */
  readonly code: string;
  /** MSA-2 unescaped, '' where absent. */
  readonly controlId: string;
  /** MSA-2 as sent, to be compared with MSH-10 of the trigger byte for byte. */
  readonly controlIdBytes: Buffer;
  /** MSA-3. */
  readonly text?: string;
  readonly errors: readonly AcknowledgmentError[];
}

/** Reads MSA and ERR; undefined where the message has no MSA. */
export function readAcknowledgment(message: Message): ReadAcknowledgment | undefined {
  const msa = message.first('MSA');
  if (msa === undefined) return undefined;
  const text = msa.get('3');
  const id = msa.rawText('2') ?? '';
  return {
    code: msa.get('1') ?? '',
    controlId: unescapeText(id, message.delimiters, message.charset),
    controlIdBytes: message.bytes('MSA-2') ?? Buffer.alloc(0),
    ...(text === undefined ? {} : { text }),
    errors: readErrors(message),
  };
}
