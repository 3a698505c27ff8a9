import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import type { Verdict } from './acknowledgment.js';
import { contentProblems } from './checks/content.js';
import { unacceptable } from './checks/header.js';
import { type Defects, NO_DEFECTS } from './defects.js';
import { Duplicates } from './duplicates.js';
import { isForgotten } from './forgotten.js';
import { Fragments } from './fragments.js';
import { type Header, readHeader } from './header.js';
import { planMessage } from './index/plan-message.js';
import type { RecordIndex } from './index/record-index.js';
import { isPlan, knownPatient } from './index/subject.js';
import type { ErrorCode, Location, Problem } from './problem.js';
import { redirections } from './redirect.js';
import type { Routes } from './routes.js';
import { SequenceNumbers } from './sequence.js';
import type { StoredMessage } from './stored-message.js';

/** What the engine does with a message: keep it, or only answer. */
export type Decision =
  | {
      readonly kind: 'keep';
      readonly message: Omit<StoredMessage, 'number'>;
      readonly sequence?: number /** Of a message in parts. */;
      readonly first?: Header;
    }
  /** Accepted before: answered as then, once the first is safe, and without a second effect. */
  | { readonly kind: 'repeat'; readonly sequence?: number; readonly first?: undefined }
  | { readonly kind: 'refuse'; readonly verdict: Verdict }
  /** An acknowledgment: changes nothing, and is accepted at most. */
  | { readonly kind: 'ignore' };

/** Judges messages, one after the other, by their content and by what the engine knows; accepted ones change what it knows. */
export class Intake {
  readonly #index: RecordIndex;
  readonly #routes: Routes;
  readonly #duplicates = new Duplicates();
  readonly #sequence = new SequenceNumbers();
  readonly #fragments = new Fragments();
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
    const step = this.#sequence.step(header);
    if (step.kind === 'control') return this.#control(header, raw, step.told);
    const told = step.told === undefined ? {} : { sequence: step.told };
    const seen = this.#countsAnew(message, header) ? 'new' : this.#duplicates.find(header, raw);
    if (seen === 'same') return { kind: 'repeat', ...told };
    if (step.kind === 'wrong' && !this.#defects.has('ignores-sequence')) return outOfSequence(step.told);
    if (seen === 'reused') return refusal('AE', [problem('205', 10, 'another message had this control id')]);
    const decision = this.#decidePart(message, header);
    return decision.kind === 'keep' ? { ...decision, ...told } : decision;
  }

  /** A message that comes in parts is judged when its last part is there; the others are kept until then. */
  #decidePart(message: Message, header: Header): Decision {
    const { raw } = message;
    const step = this.#fragments.step(header, raw);
    if (step.kind === 'whole') return this.#decideWhole(message, header);
    if (step.kind === 'astray') return refusal('AE', [problem('100', 14, 'the part before this one is not there')]);
    const parsed = step.kind === 'last' ? parseMessage(this.#joined(step.joined)) : undefined;
    if (parsed?.kind === 'malformed') return unreadable(parsed.defects[0]?.code);
    const decision = parsed && this.#decideWhole(parsed.message, header);
    if (decision && decision.kind !== 'keep') return decision;
    this.#fragments.accept(header, raw);
    this.#duplicates.remember(header, raw);
    this.#sequence.accept(header);
    if (decision && step.kind === 'last') return { ...decision, first: step.first };
    return { kind: 'keep', message: { to: [], splices: [], patient: '', raw } };
  }

  #joined(raw: Buffer): Buffer {
    if (!this.#defects.has('cuts-joined-message')) return raw;
    return raw.subarray(0, raw.lastIndexOf(0x0d, raw.length - 2) + 1);
  }

  #decideWhole(message: Message, header: Header): Decision {
    const problems = contentProblems(message);
    return problems.length > 0 ? refusal('AE', problems) : this.#file(message, header);
  }

  /** MSH-13 0 asks for a number, -1 begins anew, which is kept; the message says nothing else. */
  #control(header: Header, raw: Buffer, sequence: number): Decision {
    if (header.field(13) === '0') return { kind: 'repeat', sequence };
    this.#sequence.accept(header);
    return { kind: 'keep', message: { to: [], splices: [], patient: '', raw }, sequence };
  }

  /** What was accepted in an earlier run of the engine changes what it knows in the same way. */
  replay(raw: Buffer): void {
    const header = readHeader(raw);
    const parsed = parseMessage(raw);
    if (!header || parsed.kind === 'malformed' || parsed.message.type.code === 'ACK') return;
    const isControl = header.field(13) === '-1';
    const isPart = this.#fragments.step(header, raw).kind === 'part';
    if (isControl) this.#sequence.accept(header);
    if (isPart) this.#fragments.accept(header, raw);
    const plan = isControl || isPart ? undefined : planMessage(parsed.message, this.#index);
    if (plan?.kind === 'accepted') this.#accept(parsed.message, header, plan.apply);
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
    this.#sequence.accept(header);
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

function outOfSequence(sequence: number): Decision {
  const wrong = problem('207', 13, `the sequence number ${sequence} is expected`);
  return { kind: 'refuse', verdict: { code: 'AE', problems: [wrong], sequence } };
}

function problem(code: ErrorCode, field: number, text: string): Problem {
  const at: Location = { segment: 'MSH', sequence: 1, field };
  return { code, at, text };
}

function refusal(code: 'AE' | 'AR', problems: readonly Problem[]): Decision {
  return { kind: 'refuse', verdict: { code, problems } };
}
