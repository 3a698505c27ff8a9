import type { Finding } from '../evidence/finding.js';
import { STANDARD_DELIMITERS } from '../hl7/delimiters.js';
import { bindingMap } from './checks/binding-map.js';
import { checkCoConstraints } from './checks/co-constraint.js';
import { checkContent } from './checks/content.js';
import { demandsOf } from './checks/demands.js';
import { checkEncoding } from './checks/encoding.js';
import { plainValuesOf } from './checks/find-plain-values.js';
import { checkLines } from './checks/lines.js';
import { RememberedValues } from './checks/remembered-values.js';
import { checkStructure } from './checks/structure.js';
import { checkValueSets } from './checks/value-set.js';
import type { Examination } from './examination.js';
import { FieldBuilder } from './instance/field-builder.js';
import { GROUP, InstanceTree, NONE, SEGMENT } from './instance/instance-tree.js';
import { LineList, SEGMENT_LINE } from './instance/line-list.js';
import { definitionOf } from './instance/navigate.js';
import { read } from './instance/read.js';
import { readAsNist } from './instance/read-as-nist.js';
import type { Reading } from './instance/reading.js';
import { excess } from './instance/size-limit.js';
import { applySlices } from './instance/slices.js';
import { type Mode, pipehatMode } from './mode.js';
import type { DefinitionPlan, ValidationPlan } from './plan/plan.js';
import { matchingBudget } from './regular-expression/matching-budget.js';
import { withCauses } from './report/causes.js';
import { Report } from './report/report.js';
import type { RuleFunctions } from './rule-function.js';
import { GreedyMatcher } from './structure/greedy.js';
import type { Matcher } from './structure/matcher.js';
import { grammarOf, type MessageGrammar } from './structure/message-grammar.js';
import { RecoveringMatcher } from './structure/recovering.js';

/** Judges messages by one plan, one after the other; it keeps its memory between them. */
export class Validator {
  readonly #plan: ValidationPlan;
  readonly #grammar: MessageGrammar;
  readonly #lines = new LineList();
  readonly #builder: FieldBuilder;
  readonly #matcher: Matcher;
  readonly #examination: Examination;
  readonly #isSliced: boolean;

  constructor(plan: ValidationPlan, options: { readonly mode?: Mode; readonly functions?: RuleFunctions } = {}) {
    const { mode = pipehatMode(), functions = new Map() } = options;
    const tree = new InstanceTree(plan, STANDARD_DELIMITERS);
    this.#plan = plan;
    this.#grammar = grammarOf(plan);
    this.#matcher = mode.quirks.greedyStructure
      ? new GreedyMatcher(this.#grammar, tree)
      : new RecoveringMatcher(this.#grammar, tree);
    this.#builder = new FieldBuilder(tree, mode.quirks);
    const report = new Report(mode);
    const [demands, plain] = [demandsOf(plan, mode, report), plainValuesOf(plan, mode, report)];
    const remembered = new RememberedValues(bindingMap(plan).count);
    this.#examination = { tree, report, mode, functions, demands, plain, remembered };
    this.#isSliced = plan.definitions.some(isSliced);
  }

  /**
   * The findings about one message. Whatever the bytes are, there are findings and no exception; the work is bounded by the
   * size of the message.
   */
  validate(bytes: Uint8Array): readonly Finding[] {
    const x = this.#examination;
    const raw = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const reason = excess(raw);
    matchingBudget.begin(raw.length);
    if (reason === undefined) this.#examine(raw);
    else this.#refuse('message-too-large', reason);
    matchingBudget.end();
    return withCauses(x.report.take(), this.#plan, x.mode);
  }

  #examine(raw: Buffer): void {
    const reading = this.#read(raw);
    const queue = segmentsOf(this.#lines);
    if (reading.kind === 'unreadable') this.#refuse('not-hl7', reading.reason);
    else if (!this.#isHeaded(queue)) this.#refuse('not-hl7', 'the line of MSH is no segment');
    else this.#judge(reading, queue, raw);
  }

  #judge(reading: Reading & { kind: 'read' }, queue: readonly number[], raw: Buffer): void {
    const x = this.#examination;
    this.#lay(reading, queue, raw);
    if (this.#isSliced) applySlices(x, this.#builder);
    checkStructure(x);
    checkContent(x);
    checkValueSets(x);
    checkCoConstraints(x);
    checkEncoding(x, raw);
  }

  #read(raw: Buffer): Reading {
    this.#lines.reset();
    const { names } = this.#grammar;
    const isNist = this.#examination.mode.quirks.everyLineFeedEndsLine;
    return isNist ? readAsNist(raw, names, this.#lines) : read(raw, names, this.#lines);
  }

  /** The reference cannot go on where its line for MSH turns out to be no segment. */
  #isHeaded([first]: readonly number[]): boolean {
    if (!this.#examination.mode.quirks.greedyStructure) return true;
    return first !== undefined && this.#lines.name[first] === this.#grammar.children[0]?.name;
  }

  /** Lines, groups, segments and fields. */
  #lay({ text, delimiters }: Reading & { kind: 'read' }, queue: readonly number[], raw: Buffer): void {
    const { tree, report, mode } = this.#examination;
    const lines = this.#lines;
    const [first = 0] = queue;
    tree.reset(this.#plan, text, delimiters, raw);
    tree.add(GROUP, NONE, NONE, this.#plan.root, 1, 1, lines.start[first] ?? 0, text.length, lines.number[first] ?? 1);
    this.#builder.begin(delimiters);
    const leftOver = this.#matcher.match(lines, queue);
    checkLines({ report, mode, lines, text, leftOver });
    for (let node = 0, count = tree.size; node < count; node++) {
      if (tree.kind[node] !== SEGMENT) continue;
      const definition = definitionOf(tree, node);
      if (definition.kind === 'segment') this.#builder.buildSegment(node, definition);
    }
  }

  #refuse(code: 'not-hl7' | 'message-too-large', reason: string): void {
    const place = { path: '', line: 1, column: 1 };
    const message = code === 'not-hl7' ? 'the bytes are no HL7 v2 message' : 'the message is too large to be judged';
    this.#examination.report.add({ code, place, message, actual: reason });
  }
}

/** Indices of the lines that are segments of the message. */
function segmentsOf({ kind, size }: LineList): readonly number[] {
  const queue: number[] = [];
  for (let line = 0; line < size; line++) if (kind[line] === SEGMENT_LINE) queue.push(line);
  return queue;
}

function isSliced(definition: DefinitionPlan): boolean {
  return definition.kind !== 'datatype' && definition.slicing !== undefined;
}
