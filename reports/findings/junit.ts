import { isLoud } from '../finding-tone.js';
import { xml } from '../xml.js';
import type { FindingsDocument, FindingsFormat } from './findings-format.js';
import { fold } from './fold.js';
import { group } from './group.js';
import type { ShownFinding, ValidatedMessage } from './validated-message.js';
import { CLASSIFICATION_WORDS, countsOf, countsOfMessage, nameOf } from './words.js';

/**
 * JUnit XML for a CI server: a suite a source, a case a message. CI logs are read by many, so it holds no line of a message, and
 * neither what was expected nor what came.
 */
export const JUNIT: FindingsFormat = {
  name: 'junit',
  summary: 'for a CI server: one case a message; holds no value of a message',
  needsAllLines: false,
  needsFingerprints: false,
  piece: (message) => `${message.verdict.charAt(0)}${testCase(message)}`,
  document: () => new JunitDocument(),
};

/** Cases of one suite at most, so that a file of a million messages need not be held. */
const SUITE = 10_000;

class JunitDocument implements FindingsDocument {
  #source = '';
  #cases: string[] = [];

  begin(): string {
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pipehat validate">\n';
  }

  add(piece: string, source: string): string {
    const isOther = source !== this.#source || this.#cases.length >= SUITE;
    const finished = isOther ? this.#suite() : '';
    this.#source = source;
    this.#cases.push(piece);
    return finished;
  }

  end(): string {
    return `${this.#suite()}</testsuites>\n`;
  }

  #suite(): string {
    const cases = this.#cases;
    this.#cases = [];
    if (cases.length === 0) return '';
    const count = (verdict: string): number => cases.filter((one) => one.startsWith(verdict)).length;
    const counts = `tests="${cases.length}" failures="${count('f')}" errors="0" skipped="${count('u')}"`;
    const body = cases.map((one) => one.slice(1)).join('');
    return `  <testsuite name="${xml(this.#source)}" ${counts}>\n${body}  </testsuite>\n`;
  }
}

function testCase(message: ValidatedMessage): string {
  const title = [nameOf(message), message.type, message.controlId].filter((text) => text !== '').join(' ');
  const head = `    <testcase name="${xml(title)}" classname="${xml(message.profile || 'no profile')}" file="${xml(message.source)}" line="${message.line}"`;
  if (message.verdict === 'passed') return `${head}/>\n`;
  const summary = xml(countsOf(countsOfMessage(message)));
  const body =
    message.verdict === 'failed'
      ? `<failure type="conformance" message="${summary}">${xml(details(message))}</failure>`
      : `<skipped message="untestable: ${summary}"/>`;
  return `${head}>\n      ${body}\n    </testcase>\n`;
}

function details(message: ValidatedMessage): string {
  const groups = group(fold(message.findings.filter(isLoud)));
  const lines = groups.map(({ first, others }) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return findingLine(first.finding, message) + more;
  });
  return ['', ...lines, ''].join('\n');
}

function findingLine(finding: ShownFinding, message: ValidatedMessage): string {
  const { classification, code, path, line, message: text } = finding;
  const place = [path || undefined, line === undefined ? undefined : `line ${message.line + line - 1}`];
  const where = place.filter((part) => part !== undefined).join(', ');
  return `${CLASSIFICATION_WORDS[classification]}: ${code}${where === '' ? '' : ` at ${where}`}: ${text}`;
}
