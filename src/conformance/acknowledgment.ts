import type { Finding } from '../evidence/finding.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import type { Message } from '../hl7/message.js';

/** Ids of the acknowledgments that a responder has used, with the exchange in which each was first seen. */
export type UsedAcknowledgmentIds = Map<string, string>;

interface Judged {
  readonly sent: Message;
  readonly reply: Message;
}

type Check = (judged: Judged) => Finding | undefined;

const CLAUSE = 'HL7 v2.5.1 §2.9.2';

/**
 * What is wrong with a reply as an acknowledgment of `sent`: it must name the message in MSA-2 byte for byte, have an id of
 * its own in MSH-10, return to the sender (MSH-5/6 are the trigger's MSH-3/4 whole) and keep the processing id.
 * `exchange` is the id under which a used acknowledgment id is remembered in `used`.
 */
export function judgeAcknowledgment(
  sent: Message,
  reply: Message,
  exchange: string,
  used: UsedAcknowledgmentIds,
): readonly Finding[] {
  const judged = { sent, reply };
  const findings = CHECKS.map((check) => check(judged)).filter((finding) => finding !== undefined);
  const repeated = repeatedId(reply, exchange, used);
  return repeated ? [...findings, repeated] : findings;
}

const CHECKS: readonly Check[] = [
  ({ sent, reply }) => {
    const acknowledgment = readAcknowledgment(reply);
    if (acknowledgment === undefined) return error('msa-missing', 'MSA', 'the reply has no MSA segment', 'MSA', 'none');
    const echoed = acknowledgment.controlIdBytes.equals(controlIdBytes(sent));
    if (echoed) return undefined;
    return error(
      'control-id-not-echoed',
      'MSA[1]-2[1]',
      'MSA-2 is not the MSH-10 of the message, byte for byte',
      sent.controlId,
      acknowledgment.controlId,
    );
  },
  ({ sent, reply }) => {
    if (reply.controlId === '')
      return error(
        'acknowledgment-id-missing',
        'MSH[1]-10[1]',
        'the acknowledgment has no id of its own',
        'an id',
        'nothing',
      );
    if (reply.controlId !== sent.controlId) return undefined;
    return error(
      'control-id-reused',
      'MSH[1]-10[1]',
      "the acknowledgment uses the message's id as its own",
      'another id',
      reply.controlId,
    );
  },
  ({ sent, reply }) => swapped(sent, reply, 'MSH-3', 'MSH-5'),
  ({ sent, reply }) => swapped(sent, reply, 'MSH-4', 'MSH-6'),
  ({ sent, reply }) => {
    const [expected, actual] = [sent.get('MSH-11') ?? '', reply.get('MSH-11') ?? ''];
    if (expected === actual) return undefined;
    return error(
      'processing-id-not-copied',
      'MSH[1]-11[1]',
      'the acknowledgment has another processing id than the message',
      expected,
      actual,
    );
  },
  ({ reply }) => {
    const acknowledgment = readAcknowledgment(reply);
    const negative = acknowledgment !== undefined && /^[AC][ER]$/.test(acknowledgment.code);
    if (!negative || acknowledgment.errors.length > 0) return undefined;
    return {
      ...error('err-missing', 'ERR', 'a negative acknowledgment should say why in ERR', 'ERR', 'none'),
      classification: 'Warning',
    };
  },
];

function controlIdBytes(message: Message): Buffer {
  return Buffer.from(message.rawText('MSH-10') ?? '', 'latin1');
}

function swapped(sent: Message, reply: Message, from: string, to: string): Finding | undefined {
  const [expected, actual] = [sent.rawText(from) ?? '', reply.rawText(to) ?? ''];
  if (expected === actual) return undefined;
  return error(
    'header-not-swapped',
    `MSH[1]-${to.slice(4)}[1]`,
    `${to} is not the ${from} of the message with all its components`,
    expected,
    actual,
  );
}

function repeatedId(reply: Message, exchange: string, used: UsedAcknowledgmentIds): Finding | undefined {
  const id = `${reply.rawText('MSH-3') ?? ''}|${reply.controlId}`;
  const first = used.get(id);
  used.set(id, first ?? exchange);
  if (first === undefined || first === exchange || reply.controlId === '') return undefined;
  return error(
    'acknowledgment-id-not-unique',
    'MSH[1]-10[1]',
    `the acknowledgment has the same id as the one of ${first}`,
    'an id not used before',
    reply.controlId,
  );
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
