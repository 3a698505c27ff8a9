import type { Classification, Section } from '../../evidence/finding.js';
import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import type { Mode } from '../mode.js';
import type { BindingStrength, Code } from '../model/value-set.js';
import type { CompiledBinding } from '../plan/binding.js';
import type { Draft } from '../report/draft.js';
import { advice } from './value-set-advice.js';
import type { DetectionCode, ValueSetDetection } from './value-set-detection.js';
import { sentenceFor, setNames } from './value-set-sentences.js';

/** Makes a finding of a detection, where it is wanted. */
export function tellDetection(
  x: Examination,
  detection: ValueSetDetection,
  binding: CompiledBinding,
  section?: Section,
): void {
  const isRaised = classificationFor(detection.code, binding.strength, x.mode) !== undefined;
  if (isRaised || x.report.wants(detection.code)) x.report.add(valueSetDraft(x, detection, binding, section));
}

/** The finding for a detection. Its message holds no value that could be the patient's. */
export function valueSetDraft(
  x: Examination,
  detection: ValueSetDetection,
  binding: CompiledBinding,
  section?: Section,
): Draft {
  const { code, node, sent } = detection;
  const classification = classificationFor(code, binding.strength, x.mode);
  const hint = x.mode.quirks.codesOneByOne ? undefined : advice(detection);
  const expected = expectedText(detection);
  return {
    code,
    place: placeOf(x.tree, node),
    message: joined(sentenceFor(detection), '; ', hint?.sentence),
    rule: binding.rule,
    classification,
    section,
    expected,
    actual: sent && joined(codeText(sent.value, sent.system), ' ', hint?.meant),
  };
}

/** What the strength of the binding makes of a code; undefined: what the code itself says. */
function classificationFor(
  code: DetectionCode,
  strength: BindingStrength | undefined,
  { quirks }: Mode,
): Classification | undefined {
  switch (code) {
    case 'code-not-found':
    case 'code-system-wrong':
      return strength === 'R' ? 'Error' : undefined;
    case 'code-excluded':
    case 'code-at-two-places':
      return strength === 'S' ? 'Alert' : undefined;
    case 'code-system-missing':
      return strength === 'S' && !quirks.codesOneByOne ? 'Alert' : undefined;
    case 'code-member':
      return strength === 'S' && quirks.codesOneByOne ? 'Alert' : undefined;
    default:
      return undefined;
  }
}

/** Lists longer than this are named only. */
const MOST_LISTED = 12;

function expectedText({ code, sets, entry }: ValueSetDetection): string | undefined {
  if (code === 'code-system-wrong' || code === 'code-system-missing') return `code system ${entry?.system ?? ''}`;
  if (code !== 'code-not-found' && code !== 'code-excluded') return undefined;
  const codes = sets.flatMap((set) => [...set.codes.values()].flat()).filter(({ usage }) => usage !== 'E');
  const names = setNames(sets);
  if (codes.length === 0 || codes.length > MOST_LISTED) return `a code of ${names}`;
  return `a code of ${names}: ${codes.map(({ value }: Code) => value).join(', ')}`;
}

/** `M`, or `8302-2 (LN)`. */
export function codeText(value: string, system: string | undefined): string {
  return system === undefined ? value : `${value} (${system})`;
}

function joined(text: string, separator: string, more: string | undefined): string {
  return more === undefined ? text : `${text}${separator}${more}`;
}
