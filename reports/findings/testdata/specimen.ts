import type { ShownFinding, ValidatedMessage, ValidationFacts, ValidationSummary } from '../validated-message.js';

export const FACTS: ValidationFacts = {
  pipehat: '1.2.3',
  severity: 'default',
  isRedacted: false,
  isVerbose: false,
  colours: false,
  codes: [
    { code: 'usage-required', category: 'Usage', meaning: 'A required element is missing.', remedy: 'send it' },
    { code: 'code-not-found', category: 'Code Not Found', meaning: 'The code is unknown.', remedy: 'send another' },
  ],
};

export function finding(code: string, path: string, line: number, column: number, facts: Partial<ShownFinding> = {}): ShownFinding {
  return {
    section: 'structure',
    classification: 'Error',
    category: 'Usage',
    code,
    path,
    line,
    column,
    message: `${code} here`,
    causedBy: null,
    ...facts,
  };
}

export const LINES = [
  'MSH|^~\\&|EHR|PHGH|ENGINE|PHGH|20250101080000+0000||ADT^A01^ADT_A01|M1|T|2.5.1',
  'EVN||20250101080000+0000',
  'PID|1||7000001^^^^MR~7000002||GREEN^AMELIA||19700101|X',
  'PV1|1|I|4W^401^1^PHGH',
  'OBX|1|ST|8867-4^Heart rate^LN||<b>fast & loose</b>',
  '',
];

/** A message in which several things are wrong, one of them twice, and one that follows from another. */
export function failed(changes: Partial<ValidatedMessage> = {}): ValidatedMessage {
  return {
    source: 'in/adt & co.hl7',
    index: 1,
    isOneOfMany: false,
    line: 1,
    profile: 'pipehat-adt-a01',
    type: 'ADT^A01^ADT_A01',
    controlId: 'M1',
    verdict: 'failed',
    lines: LINES,
    findings: [
      finding('usage-required', 'PID[1]-3[1].4', 3, 8, { rule: 'REQ-PID-3', expected: 'HD', remedy: 'send it' }),
      finding('usage-required', 'PID[1]-3[2].4', 3, 22, { rule: 'REQ-PID-3', expected: 'HD', remedy: 'send it' }),
      finding('predicate-failed', 'PID[1]-3[1].5', 3, 20, { section: 'content', causedBy: 'usage-required' }),
      finding('code-not-found', 'PID[1]-8[1]', 3, 54, {
        section: 'value-set',
        classification: 'Alert',
        expected: 'a code of HL70001',
        actual: 'X',
        fingerprint: '0123456789abcdef',
      }),
      finding('segment-missing', 'ORDER[1]', 4, 1, { note: 'was accepted until 2025-01-01 by R: soon' }),
    ],
    accepted: [{ finding: finding('extra-element', 'PV1[1]-3[1].5', 4, 9), why: 'known (R, until 2030-01-01)' }],
    ...changes,
  };
}

export function passed(changes: Partial<ValidatedMessage> = {}): ValidatedMessage {
  return failed({ source: 'in/good.hl7', verdict: 'passed', lines: [], findings: [], accepted: [], controlId: 'M2', ...changes });
}

export const SUMMARY: ValidationSummary = {
  sources: 2,
  messages: 2,
  failed: 1,
  untestable: 0,
  errors: 4,
  warnings: 0,
  alerts: 1,
  specificationErrors: 0,
  accepted: 1,
  verdict: 'failed',
  expired: ['segment-missing at ORDER, until 2025-01-01 by R: soon (accepted.yaml)'],
};
