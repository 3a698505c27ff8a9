import type { Classification } from '../../src/evidence/finding.js';
import { elementSpan } from './element-span.js';
import type { FindingsFormat } from './findings-format.js';
import type { FindingMeaning, ShownFinding, ValidatedMessage, ValidationFacts } from './validated-message.js';

/** SARIF 2.1.0 for code scanning services and editors; what a baseline accepts is a suppressed result. */
export const SARIF: FindingsFormat = {
  name: 'sarif',
  summary: 'for code scanning services and editors (SARIF 2.1.0)',
  needsAllLines: false,
  needsFingerprints: true,
  piece: (message) =>
    results(message)
      .map((result) => JSON.stringify(result))
      .join(',\n'),
  document: (facts) => {
    let isFirst = true;
    return {
      begin: () => head(facts),
      add: (piece) => {
        if (piece === '') return '';
        const separator = isFirst ? '' : ',';
        isFirst = false;
        return `${separator}\n${piece}`;
      },
      end: ({ verdict }) => `\n],"invocations":[{"executionSuccessful":true,"exitCodeDescription":"${verdict}"}]}]}\n`,
    };
  },
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** All of the document before the first result. */
function head({ pipehat, codes }: ValidationFacts): string {
  const driver = { name: 'Pipehat', semanticVersion: pipehat, rules: codes.map(ruleOf) };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', newlineSequences: ['\r\n', '\n', '\r'] };
  const opened = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  return `${opened.slice(0, -'}]}'.length)},"results":[`;
}

function ruleOf({ code, category, meaning, remedy }: FindingMeaning) {
  return { id: code, shortDescription: { text: meaning }, help: { text: remedy }, properties: { category } };
}

function results(message: ValidatedMessage): readonly object[] {
  return [
    ...message.findings.map((finding) => resultOf(finding, message)),
    ...message.accepted.map(({ finding, why }) => ({
      ...resultOf(finding, message),
      suppressions: [{ kind: 'external', justification: why }],
    })),
  ];
}

const LEVELS: Readonly<Record<Classification, 'error' | 'warning' | 'note' | 'none'>> = {
  Error: 'error',
  'Specification Error': 'error',
  Warning: 'warning',
  Alert: 'warning',
  Informational: 'note',
  'Validation Notes': 'note',
  Affirmative: 'none',
};

function resultOf(finding: ShownFinding, message: ValidatedMessage) {
  const { code, classification, path, fingerprint } = finding;
  const level = LEVELS[classification];
  return {
    ruleId: code,
    ...(level === 'none' ? { kind: 'pass' } : {}),
    level,
    message: { text: sentence(finding) },
    locations: [
      {
        ...(message.source === '-' ? {} : { physicalLocation: physicalLocation(finding, message) }),
        ...(path ? { logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }] } : {}),
      },
    ],
    ...(fingerprint === undefined ? {} : { partialFingerprints: { 'pipehat/v1': fingerprint } }),
    properties: propertiesOf(finding, message),
  };
}

function sentence({ message, expected, actual }: ShownFinding): string {
  const pair = [expected && `expected ${expected}`, actual && `actual ${actual}`].filter(Boolean).join(', ');
  return pair === '' ? message : `${message} (${pair})`;
}

function propertiesOf(finding: ShownFinding, { index, profile }: ValidatedMessage) {
  const { section, classification, category, rule, causedBy } = finding;
  return {
    section,
    classification,
    category,
    message: index,
    ...(profile === '' ? {} : { profile }),
    ...(rule === undefined ? {} : { rule }),
    ...(causedBy ? { causedBy } : {}),
  };
}

function physicalLocation(finding: ShownFinding, message: ValidatedMessage) {
  const { line: number = 1, column = 1, path } = finding;
  const line = message.lines[number - 1];
  const span = line === undefined ? undefined : elementSpan(line, path, column);
  return {
    artifactLocation: { uri: uriOf(message.source) },
    region: {
      startLine: message.line + number - 1,
      startColumn: column,
      ...(span === undefined ? {} : { endColumn: column + span.length, snippet: { text: line } }),
    },
  };
}

/** A path as a reference: relative ones stay relative, `C:\in\a.hl7` becomes `file:///C:/in/a.hl7`. */
function uriOf(source: string): string {
  const path = source.replaceAll('\\', '/');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
