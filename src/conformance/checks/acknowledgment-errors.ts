import { ERROR_TEXTS } from '../../hl7/acknowledgment.js';
import { versionAtLeast } from '../../hl7/version.js';
import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import type { FindingCode } from '../report/finding-codes.js';
import { placeAt } from './offset-place.js';
import { fieldStart, segmentField } from './segment-field.js';
import { nextSegment } from './walk.js';

/** What is known of the acknowledgment whose errors are looked at. */
export interface AcknowledgmentFacts {
  readonly msa: number;
  /** MSA-1. */
  readonly code: string;
  /** MSH-12. */
  readonly version: string;
}

const SEVERITIES = ['E', 'W', 'I', 'F'];
const RULE = 'HL7 v2 chapter 2, ERR';
/** Characters of a field that a finding quotes. */
const LONGEST = 200;

/** ERR: ERR-1 with location and code up to 2.4, ERR-2 to ERR-4 from 2.5 on. */
export function checkErrorSegments(x: Examination, facts: AcknowledgmentFacts): void {
  let errors = 0;
  for (let segment = nextSegment(x.tree, 0); segment !== NONE; segment = nextSegment(x.tree, segment)) {
    if (!x.tree.text.startsWith('ERR', x.tree.start[segment])) continue;
    errors++;
    new ErrorSegment(x, segment, facts).check();
  }
  if (errors > 0 || !/^[AC][ER]$/.test(facts.code)) return;
  x.report.add({
    code: 'acknowledgment-error-missing',
    place: placeOf(x.tree, facts.msa),
    message: 'a negative acknowledgment should say in ERR what is wrong',
    rule: 'HL7 v2 chapter 2, 2.9.2',
    expected: 'ERR',
    actual: 'none',
  });
}

class ErrorSegment {
  readonly #x: Examination;
  readonly #segment: number;
  readonly #facts: AcknowledgmentFacts;

  constructor(x: Examination, segment: number, facts: AcknowledgmentFacts) {
    this.#x = x;
    this.#segment = segment;
    this.#facts = facts;
  }

  check(): void {
    const isNew = versionAtLeast(this.#facts.version, '2.5');
    const otherForm = isNew ? [1] : [2, 3, 4];
    const used = otherForm.find((field) => this.#field(field) !== '');
    if (used !== undefined && !this.#hasOwnForm(isNew)) {
      const expected = isNew ? 'ERR-2, ERR-3 and ERR-4' : 'ERR-1';
      this.#add('error-form-of-other-version', used, `${this.#facts.version} writes errors otherwise`, expected);
    } else if (isNew) this.#checkNew();
    else this.#checkOld();
  }

  /** ERR-1 may stand beside the new fields in 2.5, for old receivers. */
  #hasOwnForm(isNew: boolean): boolean {
    return (isNew ? [2, 3, 4] : [1]).some((field) => this.#field(field) !== '');
  }

  #checkNew(): void {
    for (const location of this.#repetitions(2)) {
      if (!isLocation(this.#parts(location)))
        this.#add('error-location-unreadable', 2, 'ERR-2 is no location', 'PID^1^3');
    }
    this.#checkCode(3, this.#parts(this.#field(3))[0] ?? '');
    const severity = this.#field(4);
    if (severity !== '' && !SEVERITIES.includes(severity)) {
      this.#add('error-severity-unknown', 4, 'ERR-4 is no severity of table 0516', SEVERITIES.join(', '));
    }
    this.#checkContradiction(severity === 'E' || severity === 'F' ? 4 : undefined);
  }

  #checkOld(): void {
    const errors = this.#repetitions(1).map((error) => this.#parts(error));
    if (errors.some((parts) => !isLocation(parts.slice(0, 3)))) {
      this.#add('error-location-unreadable', 1, 'ERR-1 names no place', 'PID^1^3^101');
    }
    for (const [, , , code = ''] of errors) {
      this.#checkCode(1, code.split(this.#x.tree.delimiters.subcomponent)[0] ?? '');
    }
  }

  /** Sites add codes of their own, which are not numbers below 1000. */
  #checkCode(field: number, code: string): void {
    if (code === '' || !/^\d{1,3}$/.test(code) || Object.hasOwn(ERROR_TEXTS, code)) return;
    this.#add('error-code-unknown', field, 'the error code is not in table 0357', Object.keys(ERROR_TEXTS).join(', '));
  }

  #checkContradiction(field: number | undefined): void {
    if (field === undefined || !/^[AC]A$/.test(this.#facts.code)) return;
    const message = `MSA-1 is ${this.#facts.code} although an error is reported`;
    this.#add('acknowledgment-error-contradiction', field, message, 'W or I, or a negative MSA-1');
  }

  #add(code: FindingCode, field: number, message: string, expected: string): void {
    const { tree, report } = this.#x;
    const place = placeAt(tree, this.#segment, fieldStart(tree, this.#segment, field));
    report.add({ code, place, message, rule: RULE, expected, actual: this.#field(field).slice(0, LONGEST) });
  }

  #field(field: number): string {
    return segmentField(this.#x.tree, this.#segment, field);
  }

  #repetitions(field: number): readonly string[] {
    const text = this.#field(field);
    return text === '' ? [] : text.split(this.#x.tree.delimiters.repetition);
  }

  #parts(text: string): readonly string[] {
    return text.split(this.#x.tree.delimiters.component);
  }
}

/** Segment, its sequence, field, repetition, component, subcomponent: what is stated must be a name and numbers from 1. */
function isLocation(parts: readonly string[]): boolean {
  const [segment = '', ...numbers] = parts;
  if (parts.every((part) => part === '')) return true;
  return /^[A-Z][A-Z0-9]{2}$/.test(segment) && numbers.every((number) => /^(?:[1-9]\d*)?$/.test(number));
}
