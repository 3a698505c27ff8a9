import type { ShownFinding, ValidatedMessage } from '../../../reports/findings/validated-message.js';
import { type Delimiters, STANDARD_DELIMITERS } from '../../hl7/delimiters.js';
import { unescapeText } from '../../hl7/escape.js';
import { readHeader } from '../../hl7/header.js';
import { shapeOf, shapeOfLine } from './shape.js';

/** Shorter texts and small numbers are codes and words, and would be found everywhere. */
const TELLING = /^(?!\d{1,3}$).{3,}$/su;
/** What findings say where nothing was sent. */
const NOTHING = /^(?:none|nothing|absent|empty|"")$/;

/** The message without any value of it: its lines, and whatever findings, names and ids repeat of them, as shapes. */
export function redacted(message: ValidatedMessage): ValidatedMessage {
  const values = valuesOf(message.lines);
  const clean = (text: string): string => withoutValues(text, values);
  return {
    ...message,
    source: clean(message.source),
    type: '',
    controlId: '',
    lines: message.lines.map(shapeOfLine),
    findings: message.findings.map((finding) => redactedFinding(finding, clean)),
    accepted: message.accepted.map(({ finding, why }) => ({ finding: redactedFinding(finding, clean), why })),
  };
}

function redactedFinding(finding: ShownFinding, clean: (text: string) => string): ShownFinding {
  const { message, expected, actual, rule, note } = finding;
  return {
    ...finding,
    message: clean(message),
    ...(expected === undefined ? {} : { expected: clean(expected) }),
    ...(actual === undefined ? {} : { actual: NOTHING.test(actual) ? actual : shapeOf(actual) }),
    ...(rule === undefined ? {} : { rule: clean(rule) }),
    ...(note === undefined ? {} : { note: clean(note) }),
  };
}

/** All fields, components and subcomponents, as sent and as meant; the longest first, since they hold the others. */
function valuesOf(lines: readonly string[]): readonly string[] {
  const header = lines.find((line) => line.startsWith('MSH')) ?? '';
  const result = readHeader(Buffer.from(header, 'utf8'));
  const delimiters = result.kind === 'header' ? result.header.delimiters : STANDARD_DELIMITERS;
  const values = new Set<string>();
  for (const line of lines) collect(line, delimiters, values);
  return [...values].sort((a, b) => b.length - a.length);
}

function collect(line: string, d: Delimiters, values: Set<string>): void {
  for (const field of line.split(d.field).slice(1)) {
    for (const repetition of [field, ...field.split(d.repetition)]) {
      for (const component of [repetition, ...repetition.split(d.component)]) {
        for (const value of [component, ...component.split(d.subcomponent)]) {
          add(value, values);
          if (value.includes(d.escape)) add(unescapeText(value, d), values);
        }
      }
    }
  }
}

function add(value: string, values: Set<string>): void {
  const trimmed = value.trim();
  if (TELLING.test(trimmed) && /[\p{L}\p{N}]/u.test(trimmed)) values.add(trimmed);
}

/** A value counts where it stands as a word of its own. */
function withoutValues(text: string, values: readonly string[]): string {
  return values.reduce((whole, value) => (whole.includes(value) ? replaced(whole, value) : whole), text);
}

function replaced(text: string, value: string): string {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), shapeOf);
}
