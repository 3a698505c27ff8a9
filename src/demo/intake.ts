import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import type { Verdict } from './acknowledgment.js';
import { contentProblems } from './checks/content.js';
import { unacceptable } from './checks/header.js';
import { type Defects, NO_DEFECTS } from './defects.js';
import { Duplicates } from './duplicates.js';
import { isForgotten } from './forgotten.js';
import { type Header, readHeader } from './header.js';
import { planMessage } from './index/plan-message.js';
import type { RecordIndex } from './index/record-index.js';
import { isPlan, knownPatient } from './index/subject.js';
import type { ErrorCode, Location, Problem } from './problem.js';
import { redirections } from './redirect.js';
import type { Routes } from './routes.js';
import type { StoredMessage } from './stored-message.js';

/** What the engine does with a message: keep it, or only answer. */
export type Decision =
  | { readonly kind: 'keep'; readonly message: Omit<StoredMessage, 'number'> }
  /** Accepted before: answered as then, once the first is safe, and without a second effect. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'refuse'; readonly verdict: Verdict }
  /** Acknowledgments are not acknowledged. */
  | { readonly kind: 'ignore' };

/** Judges messages, one after the other, by their content and by what the engine knows; accepted ones change what it knows. */
export class Intake {
  readonly #index: RecordIndex;
  readonly #routes: Routes;
  readonly #duplicates = new Duplicates();
  readonly #defects: Defects;

  constructor(index: RecordIndex, routes: Routes, defects: Defects = NO_DEFECTS) {
    this.#index = index;
    this.#routes = routes;
    this.#defects = defects;
  }

  decide(raw: Buffer, header: Header | undefined): Decision {
    const parsed = parseMessage(raw);
    if (!header) return unreadable('no-header');
    if (this.#defects.has('fixed-delimiters') && isUnusual(header)) return unreadable('bad-delimiters');
    if (parsed.kind === 'malformed') return unreadable(parsed.defects[0]?.code);
    const { message } = parsed;
    if (message.type.code === 'ACK') return { kind: 'ignore' };
    const rejection = unacceptable(message);
    if (rejection) return refusal('AR', [rejection]);
    const seen = this.#countsAnew(message, header) ? 'new' : this.#duplicates.find(header, raw);
    if (seen === 'same') return { kind: 'repeat' };
    if (seen === 'reused') return refusal('AE', [problem('205', 10, 'another message had this control id')]);
    const problems = contentProblems(message);
    return problems.length > 0 ? refusal('AE', problems) : this.#file(message, header);
  }

  /** What was accepted in an earlier run of the engine changes what it knows in the same way. */
  replay(raw: Buffer): void {
    const header = readHeader(raw);
    const parsed = parseMessage(raw);
    if (!header || parsed.kind === 'malformed' || parsed.message.type.code === 'ACK') return;
    const plan = planMessage(parsed.message, this.#index);
    if (plan.kind === 'accepted') this.#accept(parsed.message, header, plan.apply);
  }

  /** An order-level answer that a destination gave as its reply is kept whatever it says; undefined where it is none. */
  answer(raw: Buffer): Omit<StoredMessage, 'number'> | undefined {
    const header = readHeader(raw);
    const parsed = parseMessage(raw);
    if (!header || parsed.kind === 'malformed') return undefined;
    const plan = planMessage(parsed.message, this.#index);
    return this.#keep(parsed.message, header, plan.kind === 'accepted' ? plan.apply : () => {});
  }

  #file(message: Message, header: Header): Decision {
    const plan = planMessage(message, this.#index);
    if (plan.kind === 'accepted') return { kind: 'keep', message: this.#keep(message, header, plan.apply) };
    if (!this.#overlooks(plan.problem.code, message)) return refusal('AE', [plan.problem]);
    return { kind: 'keep', message: this.#keep(message, header, () => {}) };
  }

  /** A message that cannot or, with a defect, does not count as one that was there before. */
  #countsAnew({ type }: Message, header: Header): boolean {
    if (header.field(10) === '' || this.#defects.has('no-dedupe')) return true;
    if (type.code === 'DFT') return this.#defects.has('charge-duplicated');
    return type.code === 'RAS' && this.#defects.has('administration-duplicated');
  }

  /** The reasons for a refusal that a defect does not see. */
  #overlooks(code: ErrorCode, { type }: Message): boolean {
    if (code === '205') return type.code === 'RAS' && this.#defects.has('administration-duplicated');
    return code === '204' && this.#defects.has('accepts-strangers');
  }

  #keep(message: Message, header: Header, apply: () => void): Omit<StoredMessage, 'number'> {
    const to = isForgotten(message, this.#defects) ? [] : this.#routes.destinations(message);
    const splices = redirections(message, this.#index.patients);
    this.#accept(message, header, apply);
    return { to, splices, patient: this.#patientKey(message), raw: message.raw };
  }

  #accept(message: Message, header: Header, apply: () => void): void {
    this.#routes.remember(message);
    apply();
    this.#duplicates.remember(header, message.raw);
  }

  #patientKey(message: Message): string {
    const patient = message.first('PID') && knownPatient(message, this.#index);
    return !patient || isPlan(patient) ? '' : `${patient.number}`;
  }
}

function isUnusual({ separator, encoding }: Header): boolean {
  return separator !== '|' || !encoding.startsWith('^~\\&');
}

/** By the parser's reason. */
function unreadable(reason: string | undefined): Decision {
  if (reason === 'charset-refused') return refusal('AE', [problem('103', 18, 'MLLP cannot carry this character set')]);
  if (reason === 'bad-delimiters') return refusal('AE', [problem('102', 2, 'the delimiters cannot be used')]);
  return refusal('AR', [{ code: '100', at: { segment: 'MSH', sequence: 1 }, text: 'no message header' }]);
}

function problem(code: ErrorCode, field: number, text: string): Problem {
  const at: Location = { segment: 'MSH', sequence: 1, field };
  return { code, at, text };
}

function refusal(code: 'AE' | 'AR', problems: readonly Problem[]): Decision {
  return { kind: 'refuse', verdict: { code, problems } };
}
