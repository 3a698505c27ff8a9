import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import type { CompiledSingleCode } from '../plan/binding.js';
import type { Draft } from '../report/draft.js';
import type { ValueSetFindingCode } from '../report/value-set-codes.js';
import { kinship } from '../value-sets/code-systems.js';
import { elementsAt, hasNoInside, isForbidden, NodeList } from './elements-at.js';
import { type SentCode, sentCodes } from './sent-code.js';
import { codeText } from './value-set-words.js';

/** Of the element that is looked at; used again for each. */
const targets = new NodeList();

type SingleCodeFinding = Extract<ValueSetFindingCode, `single-code-${string}`>;

interface Verdict {
  readonly code: SingleCodeFinding;
  readonly sent: SentCode;
}

/**
 * A code that is the only one allowed. The reference tells every location that has another code; we tell the element once, at
 * the code that is nearest to right. The reference forgets what it finds out about a simple element.
 */
export function checkSingleCode(x: Examination, node: number, single: CompiledSingleCode): void {
  const { tree, mode } = x;
  if (mode.quirks.singleCodeLostOnSimple && hasNoInside(tree, node)) return;
  if (!elementsAt(tree, node, single.target, targets)) return;
  for (let i = 0; i < targets.size; i++) {
    const target = targets.at(i);
    if (!isForbidden(tree, target)) checkElement(x, target, single);
  }
}

function checkElement(x: Examination, target: number, single: CompiledSingleCode): void {
  const { codes, misplaced } = sentCodes(x, target, single.locations);
  for (const { code, sent } of chosen(x, codes, single)) x.report.add(draft(x, target, code, sent, single));
  const times = x.mode.quirks.codesOneByOne ? misplaced : Math.min(misplaced, 1);
  for (let i = 0; i < times; i++) x.report.add(misplacedDraft(x, target, single));
}

/** What is told of all that was found out about the codes of an element. */
function chosen(x: Examination, codes: readonly SentCode[], single: CompiledSingleCode): readonly Verdict[] {
  const verdicts = codes.map((sent) => ({ code: verdictOn(sent, single), sent }));
  const right = verdicts.filter(({ code }) => code === 'single-code-member');
  const [first] = right;
  if (first !== undefined) return [right.length === 1 ? first : { ...first, code: 'single-code-at-two-places' }];
  return x.mode.quirks.codesOneByOne ? verdicts : verdicts.sort(byNearness).slice(0, 1);
}

const NEARNESS: readonly SingleCodeFinding[] = [
  'single-code-system-wrong',
  'single-code-system-missing',
  'single-code-wrong',
];

function byNearness(one: Verdict, other: Verdict): number {
  return NEARNESS.indexOf(one.code) - NEARNESS.indexOf(other.code);
}

function verdictOn({ value, system, isOid, location }: SentCode, single: CompiledSingleCode): SingleCodeFinding {
  if (value !== single.code) return 'single-code-wrong';
  if (system === undefined) {
    return location.system === undefined ? 'single-code-member' : 'single-code-system-missing';
  }
  const isRight = system === single.system || (isOid && kinship(system, single.system) === 'same');
  return isRight ? 'single-code-member' : 'single-code-system-wrong';
}

const SENTENCES: Readonly<Record<SingleCodeFinding, string>> = {
  'single-code-wrong': 'another code is demanded here',
  'single-code-system-wrong': 'the code is the one that is demanded, but its code system is another',
  'single-code-system-missing': 'the code is the one that is demanded, and the message does not name its code system',
  'single-code-at-two-places': 'the code that is demanded stands at more than one place of the element',
  'single-code-member': 'the code that is demanded is there',
};

function draft(
  x: Examination,
  target: number,
  code: SingleCodeFinding,
  sent: SentCode,
  single: CompiledSingleCode,
): Draft {
  const isSystem = code === 'single-code-system-wrong' && kinship(sent.system ?? '', single.system) === 'same';
  const hint = isSystem ? '; the message names the same code system in another way' : '';
  return {
    code,
    place: placeOf(x.tree, nodeOf(x, target, code, sent)),
    message: `${SENTENCES[code]}${hint}`,
    rule: single.rule,
    expected: codeText(single.code, single.system),
    actual: codeText(sent.value, sent.system),
  };
}

/** The reference tells all at the element, but the wrong code at the code. */
function nodeOf(x: Examination, target: number, code: SingleCodeFinding, sent: SentCode): number {
  if (code === 'single-code-wrong') return sent.node;
  if (x.mode.quirks.codesOneByOne || code === 'single-code-at-two-places') return target;
  return code === 'single-code-system-wrong' ? sent.systemNode : sent.node;
}

function misplacedDraft(x: Examination, target: number, single: CompiledSingleCode): Draft {
  return {
    code: 'binding-location',
    place: placeOf(x.tree, target),
    message: 'the binding of a single code looks for it where no simple element, or more than one, is',
    rule: single.rule,
  };
}
