import type { Finding } from '../evidence/finding.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import type { Message } from '../hl7/message.js';

interface Use {
  /** The exchange in which the id was first seen. */
  readonly exchange: string;
  /** MSH-10 of the message that it acknowledged there. */
  readonly acknowledged: string;
}

/** Ids of the acknowledgments that responders have used in a run. */
export type UsedAcknowledgmentIds = Map<string, Use>;

interface Judged {
  readonly sent: Message;
  readonly reply: Message;
}

type Check = (judged: Judged) => Finding | undefined;

const CLAUSE = 'HL7 v2.5.1 §2.9.2';

/** Table 0008. */
const CODES = ['AA', 'AE', 'AR', 'CA', 'CE', 'CR'];

/**
 * What is wrong with a reply as an acknowledgment of `sent`: it must name the message in MSA-2 byte for byte, have a code of
 * table 0008 and an id of its own in MSH-10, return to the sender (MSH-5/6 are the trigger's MSH-3/4 with all components)
 * and keep the processing id. `exchange` is the id under which a used acknowledgment id is remembered in `used`.
 */
export function judgeAcknowledgment(
  sent: Message,
  reply: Message,
  exchange: string,
  used: UsedAcknowledgmentIds,
): readonly Finding[] {
  const judged = { sent, reply };
  const findings = CHECKS.map((check) => check(judged)).filter((finding) => finding !== undefined);
  const repeated = repeatedId(judged, exchange, used);
  return repeated ? [...findings, repeated] : findings;
}

const CHECKS: readonly Check[] = [
  echoedId,
  knownCode,
  ownId,
  (judged) => swapped(judged, 'MSH-3', 'MSH-5'),
  (judged) => swapped(judged, 'MSH-4', 'MSH-6'),
  sameProcessingId,
  reasonForRefusal,
];

function echoedId({ sent, reply }: Judged): Finding | undefined {
  const acknowledgment = readAcknowledgment(reply);
  if (acknowledgment === undefined) return error('msa-missing', 'MSA', 'the reply has no MSA segment', 'MSA', 'none');
  if (acknowledgment.controlIdBytes.equals(sent.bytes('MSH-10') ?? Buffer.alloc(0))) return undefined;
  const message = 'MSA-2 is not the MSH-10 of the message, byte for byte';
  return error('control-id-not-echoed', 'MSA[1]-2[1]', message, sent.controlId, acknowledgment.controlId);
}

function knownCode({ reply }: Judged): Finding | undefined {
  const code = readAcknowledgment(reply)?.code;
  if (code === undefined || CODES.includes(code)) return undefined;
  const message = 'MSA-1 is no acknowledgment code of table 0008';
  return error('acknowledgment-code-unknown', 'MSA[1]-1[1]', message, CODES.join(', '), code || 'nothing');
}

function ownId({ sent, reply }: Judged): Finding | undefined {
  const at = 'MSH[1]-10[1]';
  if (reply.controlId === '') {
    return error('acknowledgment-id-missing', at, 'the acknowledgment has no id of its own', 'an id', 'nothing');
  }
  if (reply.controlId !== sent.controlId) return undefined;
  const message = "the acknowledgment uses the message's id as its own";
  return error('control-id-reused', at, message, 'another id', reply.controlId);
}

function swapped({ sent, reply }: Judged, from: string, to: string): Finding | undefined {
  if (components(sent, from).join('\n') === components(reply, to).join('\n')) return undefined;
  const message = `${to} is not the ${from} of the message with all its components`;
  const path = `MSH[1]-${to.slice(4)}[1]`;
  return error('header-not-swapped', path, message, sent.rawText(from) ?? '', reply.rawText(to) ?? '');
}

/** The components' text, so that a responder may write its reply with other delimiters. Empty ones at the end say nothing. */
function components(message: Message, path: string): readonly string[] {
  const { length } = (message.rawText(path) ?? '').split(message.delimiters.component);
  const texts = Array.from({ length }, (_, n) => message.get(`${path}.${n + 1}`) ?? '');
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

function sameProcessingId({ sent, reply }: Judged): Finding | undefined {
  const [expected, actual] = [sent.get('MSH-11') ?? '', reply.get('MSH-11') ?? ''];
  if (expected === actual) return undefined;
  const message = 'the acknowledgment has another processing id than the message';
  return error('processing-id-not-copied', 'MSH[1]-11[1]', message, expected, actual);
}

function reasonForRefusal({ reply }: Judged): Finding | undefined {
  const acknowledgment = readAcknowledgment(reply);
  const isNegative = acknowledgment !== undefined && /^[AC][ER]$/.test(acknowledgment.code);
  if (!isNegative || acknowledgment.errors.length > 0) return undefined;
  const finding = error('err-missing', 'ERR', 'a negative acknowledgment should say why in ERR', 'ERR', 'none');
  return { ...finding, classification: 'Warning' };
}

/** A responder may give its stored acknowledgment again to a message that comes again. */
function repeatedId({ sent, reply }: Judged, exchange: string, used: UsedAcknowledgmentIds): Finding | undefined {
  if (reply.controlId === '') return undefined;
  const id = `${reply.rawText('MSH-3') ?? ''}|${reply.controlId}`;
  const first = used.get(id);
  if (first === undefined) used.set(id, { exchange, acknowledged: sent.controlId });
  if (first === undefined || first.exchange === exchange || first.acknowledged === sent.controlId) return undefined;
  const message = `the acknowledgment has the same id as the one of ${first.exchange}`;
  return error('acknowledgment-id-not-unique', 'MSH[1]-10[1]', message, 'an id not used before', reply.controlId);
}

function error(code: string, path: string, message: string, expected: string, actual: string): Finding {
  return {
    section: 'acknowledgment',
    classification: 'Error',
    category: 'Acknowledgment',
    code,
    path,
    rule: CLAUSE,
    message,
    expected,
    actual,
  };
}
