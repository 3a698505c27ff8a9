import type { Examination } from '../examination.js';
import type { Code } from '../model/value-set.js';
import type { CompiledBinding } from '../plan/binding.js';
import type { CompiledValueSet } from '../plan/value-set.js';
import { kinship } from '../value-sets/code-systems.js';
import { codesFor, type Match, match } from '../value-sets/match.js';
import { type SentCode, sentCodes } from './sent-code.js';
import { byState, byUsage, type DetectionCode, type ValueSetDetection } from './value-set-detection.js';

/** What a binding says about one element: whether its codes will do, and what is to be told. */
export interface ValueSetJudgement {
  /** `absent`: no code is there. `undecided`: the profile does not allow a judgement. */
  readonly outcome: 'right' | 'wrong' | 'absent' | 'undecided';
  readonly detections: readonly ValueSetDetection[];
}

interface Found {
  readonly sent: SentCode;
  readonly set: CompiledValueSet;
  readonly entry: Code;
}

interface LookUp {
  readonly sent: SentCode;
  readonly set: CompiledValueSet;
  readonly match: Match;
}

/**
 * Judges the codes of one element in our mode: one fault is one detection, at the code itself. Other than the reference:
 * an element without components may be bound to several sets, and a code of any of them will do; a set that names no code
 * system demands none; of several ways in which no location fits, the nearest to right is told.
 */
export function judgeElement(x: Examination, target: number, binding: CompiledBinding): ValueSetJudgement {
  if (binding.strength === 'U') {
    const detection = { code: 'binding-strength-undetermined', node: target, sets: binding.sets } as const;
    return { outcome: 'undecided', detections: [detection] };
  }
  const { codes, misplaced } = sentCodes(x, target, binding.locations);
  const aboutProfile = profileDetections(target, binding, misplaced);
  const sets = binding.listed.length > 1 ? [...new Set(binding.listed)] : binding.listed;
  if (sets.length === 0 || codes.length === 0) {
    return { outcome: sets.length === 0 || misplaced > 0 ? 'undecided' : 'absent', detections: aboutProfile };
  }
  const said = codes.length === 1 && sets.length === 1 ? aboutOne(x, codes, sets) : aboutAll(x, target, codes, sets);
  return { outcome: outcomeOf(said), detections: aboutProfile.length === 0 ? said : [...said, ...aboutProfile] };
}

function aboutAll(
  x: Examination,
  target: number,
  codes: readonly SentCode[],
  sets: readonly CompiledValueSet[],
): readonly ValueSetDetection[] {
  const lookUps = codes.flatMap((sent) => sets.map((set) => lookUp(x, sent, set)));
  const found = lookUps.flatMap((one) => asFound(one) ?? []);
  return found.length === 0 ? aboutMissing(lookUps, sets) : aboutFound(target, found);
}

/** One code and one set, as nearly always. */
function aboutOne(
  x: Examination,
  [sent]: readonly SentCode[],
  sets: readonly CompiledValueSet[],
): readonly ValueSetDetection[] {
  const [set] = sets;
  if (sent === undefined || set === undefined) return [];
  const one = lookUp(x, sent, set);
  const found = asFound(one);
  return found === undefined ? aboutMissing([one], sets) : [detectionOf(found)];
}

function outcomeOf(said: readonly ValueSetDetection[]): 'right' | 'wrong' | 'undecided' {
  if (said.some(({ code }) => WRONG.has(code))) return 'wrong';
  return said.some(({ code }) => code === 'value-set-incomplete') ? 'undecided' : 'right';
}

const WRONG: ReadonlySet<string> = new Set([
  'code-not-found',
  'code-system-wrong',
  'code-system-missing',
  'code-excluded',
  'code-at-two-places',
]);

function profileDetections(node: number, binding: CompiledBinding, misplaced: number): readonly ValueSetDetection[] {
  const detections: ValueSetDetection[] = [];
  for (const set of binding.sets) {
    const code = byState(set);
    if (code !== undefined) detections.push({ code, node, sets: [set] });
  }
  if (misplaced > 0) detections.push({ code: 'binding-location', node, sets: binding.sets });
  return detections;
}

function lookUp({ mode }: Examination, sent: SentCode, set: CompiledValueSet): LookUp {
  const codes = codesFor(set, sent.value, !mode.quirks.pseudoCodesAreLiteral);
  const needsSystem = sent.location.system !== undefined && codes.some(hasSystem);
  const text = needsSystem ? systemOf(sent, codes) : undefined;
  const result = match(codes, { text, isExpected: needsSystem });
  const [first] = codes;
  const isBare = needsSystem && text === undefined && first !== undefined;
  return { sent, set, match: isBare ? { kind: 'no-system', code: first } : result };
}

function hasSystem({ system }: Code): boolean {
  return system !== '';
}

/** An OID stands for the name that the set has for the system. */
function systemOf({ system, isOid }: SentCode, codes: readonly Code[]): string | undefined {
  if (system === undefined || !isOid) return system;
  return codes.find((code) => kinship(code.system, system) === 'same')?.system ?? system;
}

function asFound({ sent, set, match }: LookUp): Found | undefined {
  if (match.kind === 'found') return { sent, set, entry: match.code };
  if (match.kind !== 'several') return undefined;
  // Whichever entry is meant, it is allowed if one of them is.
  const best = match.codes.find(({ usage }) => usage === 'R') ?? match.codes.find(({ usage }) => usage !== 'E');
  const entry = best ?? match.codes[0];
  return entry && { sent, set, entry };
}

function aboutMissing(lookUps: readonly LookUp[], sets: readonly CompiledValueSet[]): readonly ValueSetDetection[] {
  const near = lookUps.find(({ match }) => match.kind !== 'none');
  const sent = near?.sent ?? lookUps[0]?.sent;
  if (sent === undefined) return [];
  if (near?.match.kind === 'wrong-system') {
    const node = sent.systemNode;
    return [{ code: 'code-system-wrong', node, sets: [near.set], sent, entry: near.match.code }];
  }
  if (near?.match.kind === 'no-system') {
    return [{ code: 'code-system-missing', node: sent.node, sets: [near.set], sent, entry: near.match.code }];
  }
  const isOpen = sets.some(({ incomplete }) => incomplete);
  return [{ code: isOpen ? 'value-set-incomplete' : 'code-not-found', node: sent.node, sets, sent }];
}

function aboutFound(target: number, found: readonly Found[]): readonly ValueSetDetection[] {
  const [only] = found;
  if (found.length === 1 && only !== undefined) return [detectionOf(only)];
  const codes = [...new Set(found.map(({ sent }) => sent))];
  return [...codes.flatMap((sent) => aboutCode(found.filter((one) => one.sent === sent))), ...twoPlaces(target, found)];
}

/** One code, in the sets that hold it: what the kindest of them says. */
function aboutCode(found: readonly Found[]): readonly ValueSetDetection[] {
  const kindness = (one: Found) => KINDNESS.indexOf(saidOf(one.entry, one.set));
  const [kindest] = [...found].sort((one, other) => kindness(one) - kindness(other));
  if (kindest === undefined) return [];
  const said = detectionOf(kindest);
  const sets = found.map(({ set }) => set);
  return found.length > 1 ? [said, { ...said, sets, code: 'code-in-several-sets' }] : [said];
}

function detectionOf({ sent, set, entry }: Found): ValueSetDetection {
  return { code: saidOf(entry, set), node: sent.node, sets: [set], sent, entry };
}

const KINDNESS: readonly DetectionCode[] = [
  'code-member',
  'code-usage-missing',
  'code-permitted',
  'code-permitted-in-closed-set',
  'code-excluded',
];

function saidOf(entry: Code, set: CompiledValueSet): DetectionCode {
  const code = byUsage(entry);
  return code === 'code-permitted' && set.extensibility === 'Closed' ? 'code-permitted-in-closed-set' : code;
}

function twoPlaces(node: number, found: readonly Found[]): readonly ValueSetDetection[] {
  const sets = [...new Set(found.map(({ set }) => set))];
  const isDoubled = (set: CompiledValueSet) =>
    new Set(found.filter((one) => one.set === set).map(({ sent }) => sent.node)).size > 1;
  return sets.filter(isDoubled).map((set) => ({ code: 'code-at-two-places', node, sets: [set] }));
}
