import type { FindingsFormat } from './findings-format.js';
import type { ShownFinding, ValidatedMessage, ValidationSummary } from './validated-message.js';

/** For programs: the public contract of `pipehat validate --format json`, one document. */
export const JSON_FORMAT: FindingsFormat = {
  name: 'json',
  summary: 'for programs: everything as one document',
  needsAllLines: false,
  needsFingerprints: false,
  piece: (message) => JSON.stringify(asJson(message)),
  document: (facts) => {
    let isFirst = true;
    return {
      begin: () => `{"pipehat":${JSON.stringify(facts.pipehat)},"messages":[`,
      add: (piece) => {
        const separator = isFirst ? '' : ',';
        isFirst = false;
        return `${separator}\n${piece}`;
      },
      end: (summary) => `\n],"summary":${JSON.stringify(summaryJson(summary))}}\n`,
    };
  },
};

function asJson({ source, index, profile, findings }: ValidatedMessage) {
  return { source, index, profile, findings: findings.map(findingJson) };
}

/** Always all keys, in the order of the contract; null for what is not known. */
function findingJson(finding: ShownFinding) {
  const { section, classification, category, code, message } = finding;
  return {
    section,
    classification,
    category,
    code,
    path: finding.path ?? '',
    line: finding.line ?? null,
    column: finding.column ?? null,
    rule: finding.rule ?? null,
    message,
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    causedBy: finding.causedBy ?? null,
  };
}

/** What a baseline accepted is only told where there is one. */
function summaryJson(summary: ValidationSummary) {
  const { messages, errors, warnings, alerts, specificationErrors, verdict, accepted, expired } = summary;
  return {
    messages,
    errors,
    warnings,
    alerts,
    specificationErrors,
    verdict,
    ...(accepted > 0 ? { accepted } : {}),
    ...(expired.length > 0 ? { expired } : {}),
  };
}
