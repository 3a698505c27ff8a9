import { SPEC_BEHAVIOUR } from '../endpoint/behaviour.js';
import type { LiveExchange, LiveReply } from '../endpoint/live-exchange.js';
import type { Finding } from '../evidence/finding.js';
import { isDue } from '../hl7/acknowledgment-condition.js';

const CLAUSE = 'HL7 v2.5.1 §2.9.3';

/** What is wrong with the kind of the acknowledgments that a message got, by what it asked for in MSH-15 and MSH-16. */
export function judgeMode(exchange: LiveExchange, behaviour = SPEC_BEHAVIOUR): readonly Finding[] {
  const { accept, application, request } = exchange;
  if (behaviour.answers === 'in-original-mode') return [];
  if (request === undefined) return accept?.code?.startsWith('C') ? [ACCEPTED_IN_ORIGINAL_MODE] : [];
  return [
    ...unasked(accept, request.accept, 'accept', 15),
    ...unasked(application, request.application, 'application', 16),
    ...asksForMore(accept),
  ];
}

function unasked(
  reply: LiveReply | undefined,
  condition: Parameters<typeof isDue>[0],
  stage: 'accept' | 'application',
  field: 15 | 16,
): readonly Finding[] {
  if (reply?.code === undefined || isDue(condition, reply.code)) return [];
  return [
    {
      ...FINDING,
      classification: 'Error',
      code: `${stage}-acknowledgment-not-asked`,
      path: 'MSA[1]-1[1]',
      message: `the message asks for no such ${stage} acknowledgment: MSH-${field} is ${condition}`,
      expected: 'no acknowledgment',
      actual: reply.code,
    },
  ];
}

function asksForMore(accept: LiveReply | undefined): readonly Finding[] {
  const asked = [15, 16].flatMap((field) => accept?.message?.get(`MSH-${field}`) ?? []);
  if (asked.every((condition) => condition === 'NE')) return [];
  return [
    {
      ...FINDING,
      classification: 'Warning',
      code: 'accept-acknowledgment-asks',
      path: 'MSH[1]-15[1]',
      message: 'an accept acknowledgment leaves MSH-15 and MSH-16 empty: nobody acknowledges it',
      expected: 'nothing',
      actual: asked.join(' and '),
    },
  ];
}

const FINDING = { section: 'acknowledgment', category: 'Acknowledgment', rule: CLAUSE } as const;

const ACCEPTED_IN_ORIGINAL_MODE: Finding = {
  ...FINDING,
  classification: 'Warning',
  code: 'accept-code-in-original-mode',
  path: 'MSA[1]-1[1]',
  message: 'a message that asks for nothing in MSH-15 and MSH-16 is answered with AA, AE or AR',
  expected: 'AA, AE or AR',
  actual: 'a code of enhanced mode',
};
