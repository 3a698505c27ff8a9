import { never } from '../../src/base/never.js';
import type { Capacity, LoadResult, ThresholdOutcome } from '../../src/evidence/load-result.js';
import { counted, grouped, latency, percent, perSecond } from './figures.js';

/** `measured`: a search for the capacity that came to its end, without a threshold to judge it by. */
export type LoadVerdict = 'passed' | 'failed' | 'incomplete' | 'unreachable' | 'measured';

/**
 * A broken threshold fails a run however it ended; a run that did not end by itself never passes. Without thresholds, what
 * nobody wants is not to be: errors, drops, losses. A search for the capacity breaks things on purpose.
 */
export function loadVerdict(result: LoadResult): LoadVerdict {
  const { outcome, thresholds, soak, capacity, sent } = result;
  if (outcome === 'unreachable') return 'unreachable';
  if (thresholds.some(({ passed }) => !passed) || soak?.verdict === 'worse') return 'failed';
  if (isJudgedByDamage(result) && damageOf(result).length > 0) return 'failed';
  if (capacity?.rate === 0) return 'failed';
  if (outcome !== 'completed' || sent === 0) return 'incomplete';
  return capacity !== undefined && thresholds.length === 0 ? 'measured' : 'passed';
}

/** The verdict in one sentence. */
export function verdictSentence(result: LoadResult): string {
  const { thresholds, capacity } = result;
  if (thresholds.length > 0) return thresholdSentence(thresholds);
  if (capacity !== undefined) return capacitySentence(capacity);
  const damage = damageOf(result);
  if (damage.length > 0) return `No threshold was given, and there should be none of these: ${damage.join(', ')}.`;
  return 'No threshold was given; no error, nothing dropped, and nothing seen to be lost.';
}

function thresholdSentence(thresholds: readonly ThresholdOutcome[]): string {
  const broken = thresholds.filter(({ passed }) => !passed);
  if (broken.length === 0) return `${counted(thresholds.length, 'threshold')} kept.`;
  const named = broken.map((one) => `${one.text} (it is ${actualOf(one)})`).join('; ');
  return `${broken.length} of ${counted(thresholds.length, 'threshold')} broken: ${named}.`;
}

/** The highest rate that held and how sure that is. */
export function capacitySentence({ rate, lower, upper, slo, repetitions, confidence }: Capacity): string {
  if (rate === 0) return `No rate held ${slo}.`;
  const sure = confidence === undefined ? '' : `, with a confidence of ${percent(confidence)}`;
  const often = repetitions === undefined ? '' : `, as it did ${counted(repetitions, 'time')}${sure}`;
  const next = upper > rate ? `; ${perSecond(upper)} did not hold` : '; nothing above it was tried';
  return `The system holds ${slo} up to ${perSecond(rate)}${often} (really sent: ${perSecond(lower)})${next}.`;
}

function isJudgedByDamage({ thresholds, capacity }: LoadResult): boolean {
  return thresholds.length === 0 && capacity === undefined;
}

function damageOf({ errors, dropped, ledger, validation }: LoadResult): readonly string[] {
  const wrong = Object.values(errors).reduce((sum, count) => sum + count, 0);
  return [
    ...(wrong > 0 ? [counted(wrong, 'error')] : []),
    ...(dropped > 0 ? [`${grouped(dropped)} dropped`] : []),
    ...(ledger !== undefined && ledger.lost > 0 ? [`${grouped(ledger.lost)} lost by the system`] : []),
    ...(validation?.failed ? [`${grouped(validation.failed)} delivered with errors`] : []),
  ];
}

/** Why the figures prove less than it seems: how the run ended, then what was warned of while it ran. */
export function loadCaveats(result: LoadResult): readonly string[] {
  const { shard } = result;
  return [
    ...ending(result),
    ...(result.sent === 0 ? ['Nothing was sent, so nothing is proved.'] : []),
    ...(shard === undefined
      ? []
      : [`This is part ${shard.index + 1} of ${shard.of} of a run: merge the parts before you judge it.`]),
    ...unbalanced(result),
    ...(result.soak?.remarks ?? []).map(sentence),
    ...result.warnings.map(sentence),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function ending({ outcome, thresholds }: LoadResult): readonly string[] {
  switch (outcome) {
    case 'completed':
      return [];
    case 'aborted': {
      const why = thresholds.find(({ aborted }) => aborted);
      return [
        `The run was aborted${why === undefined ? '' : ` because ${why.text} was broken`}: it did not see its end.`,
      ];
    }
    case 'interrupted':
      return ['The run was interrupted: the figures are of what had happened until then.'];
    case 'partial':
      return ['The run is partial: a part of it is missing, and the figures are of the others.'];
    case 'unreachable':
      return ['The system under test could not be reached, or was gone before the end.'];
    default:
      return never(outcome);
  }
}

/** Every offered message has exactly one end; figures that do not add up must not look as if they did. */
function unbalanced(result: LoadResult): readonly string[] {
  const { offered, acknowledged, timedOut, lost, dropped, pending } = result;
  const ended = acknowledged + timedOut + lost + dropped + pending;
  if (ended === offered) return [];
  return [
    `The figures do not add up: ${grouped(offered)} messages were offered, and ${grouped(ended)} are accounted for.`,
  ];
}

/** What was measured, in the unit of the threshold. */
export function actualOf({ text, actual }: ThresholdOutcome): string {
  // JSON has no NaN: what was not measured comes back as null.
  if (typeof actual !== 'number' || !Number.isFinite(actual)) return 'not measured';
  if (/^\s*(response|service|queue|lateness|endToEnd)\./.test(text)) return latency(actual);
  if (/%\s*$/.test(text)) return percent(actual);
  return Number.isInteger(actual) ? grouped(actual) : String(Math.round(actual * 100) / 100);
}
