import type { Classification, Finding } from '../../evidence/finding.js';
import type { Mode } from '../mode.js';
import type { Draft } from './draft.js';
import type { CodeEntry } from './finding-code.js';
import { FINDING_CODES, type FindingCode } from './finding-codes.js';

/** Said only on request. */
const QUIET: ReadonlySet<Classification> = new Set<Classification>([
  'Affirmative',
  'Informational',
  'Validation Notes',
]);

/** A message of which nearly everything is wrong must not fill the memory. */
const MOST = 50_000;

/** Collects what the checks report about one message. */
export class Report {
  readonly #mode: Mode;
  readonly #wanted: ReadonlySet<FindingCode>;
  #findings: Finding[] = [];

  constructor(mode: Mode) {
    this.#mode = mode;
    const codes = Object.keys(FINDING_CODES) as FindingCode[];
    this.#wanted = new Set(codes.filter((code) => mode.verbose || !QUIET.has(this.#classificationOf(code))));
  }

  /** Whether a finding of this code would be kept: ask before making its text, where it is common and quiet. */
  wants(code: FindingCode): boolean {
    return this.#wanted.has(code);
  }

  add(draft: Draft): void {
    const classification = draft.classification ?? this.#classificationOf(draft.code);
    if (!this.#mode.verbose && QUIET.has(classification)) return;
    if (this.#findings.length >= MOST) return;
    this.#findings.push(this.#findings.length === MOST - 1 ? tooMany(draft) : finding(draft, classification));
  }
  /** How many findings there are so far. */
  get count(): number {
    return this.#findings.length;
  }

  /** Forgets what was reported since there were `count` findings. */
  forgetSince(count: number): void {
    this.#findings.length = count;
  }

  /** The findings so far, which are then forgotten. */
  take(): readonly Finding[] {
    const findings = this.#findings;
    this.#findings = [];
    return findings;
  }

  #classificationOf(code: FindingCode): Classification {
    const entry: CodeEntry = FINDING_CODES[code];
    return this.#mode.name === 'nist' ? entry.nist : entry.pipehat;
  }
}

/** Property by property: to spread absent ones took a third of the time of a message with many findings. */
function finding(draft: Draft, classification: Classification): Finding {
  const entry: CodeEntry = FINDING_CODES[draft.code];
  const { place, rule, expected, actual } = draft;
  const made: { -readonly [Property in keyof Finding]: Finding[Property] } = {
    section: draft.section ?? entry.section,
    classification,
    category: draft.category ?? entry.category,
    code: draft.code,
    path: place.path,
    line: place.line,
    column: place.column,
    message: draft.message,
    causedBy: draft.causedBy ?? null,
  };
  if (rule !== undefined) made.rule = rule;
  if (expected !== undefined) made.expected = expected;
  if (actual !== undefined) made.actual = shown(actual);
  return made;
}

/** Characters of a value: enough to recognise it. */
const MOST_SHOWN = 1000;

function shown(value: string): string {
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
}

/** The last one that is kept. */
function tooMany({ place }: Draft): Finding {
  const message = `the message has more than ${MOST} findings; the rest is not told`;
  return finding({ code: 'too-many-findings', place, message }, 'Alert');
}
