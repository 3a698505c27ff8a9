import type { Examination } from '../examination.js';
import { isSimple } from '../instance/value.js';
import { writeProfilePath } from '../model/profile-path.js';
import type { CompiledBinding, CompiledLocation } from '../plan/binding.js';
import type { CompiledValueSet } from '../plan/value-set.js';
import { codesFor, type Match, match } from '../value-sets/match.js';
import { type SentCode, sentCodes } from './sent-code.js';
import { byState, byUsage, saysFound, type ValueSetDetection } from './value-set-detection.js';

/** A code of the message looked up in one set. */
interface LookUp {
  readonly sent: SentCode;
  readonly set: CompiledValueSet;
  readonly match: Match;
}

/**
 * All that the reference says about the elements of one binding, element by element: each location of a code and each value set
 * speaks for itself. Everything is told at the bound element. Where a code is found, what other locations lack is dropped, but
 * not that their set is dynamic.
 */
export function judgeOneByOne(
  x: Examination,
  targets: readonly number[],
  binding: CompiledBinding,
): readonly ValueSetDetection[] {
  const { sets } = binding;
  const isUndetermined = binding.strength === 'U';
  const isAmbiguous = sets.length > 1 && targets.some((target) => isSimple(x.tree, target));
  if (!isUndetermined && !isAmbiguous) return targets.flatMap((target) => judgeTarget(x, target, binding));
  return targets.flatMap((node): ValueSetDetection[] => [
    ...(isUndetermined ? [{ code: 'binding-strength-undetermined', node, sets } as const] : []),
    ...(isAmbiguous ? [{ code: 'binding-several-sets', node, sets } as const] : []),
  ]);
}

function judgeTarget(x: Examination, node: number, binding: CompiledBinding): readonly ValueSetDetection[] {
  const { codes, misplaced } = sentCodes(x, node, binding.locations);
  const detections: ValueSetDetection[] = aboutCodes(x, node, binding, codes);
  for (const set of binding.sets) {
    const code = byState(set);
    if (code !== undefined) detections.push({ code, node, sets: [set] });
  }
  for (let i = 0; i < misplaced; i++) detections.push({ code: 'binding-location', node, sets: binding.sets });
  return detections;
}

function aboutCodes(
  x: Examination,
  node: number,
  binding: CompiledBinding,
  codes: readonly SentCode[],
): ValueSetDetection[] {
  const sets = binding.listed;
  const [sent] = codes;
  const [set] = sets;
  if (sent === undefined || set === undefined) return [];
  // As nearly always; and what is said of a hit says nothing but that.
  if (codes.length === 1 && sets.length === 1) return aboutOne(node, lookUp(x, sent, set));
  const lookUps = withRepeats(codes).map((same) => same.flatMap((sent) => sets.map((set) => lookUp(x, sent, set))));
  const said = lookUps.flatMap((ofCode) => aboutCode(node, ofCode));
  const isFound = lookUps.flat().some(({ match }) => isHit(match));
  const kept = isFound ? said.filter(saysFound) : said;
  return [...kept, ...atTwoPlaces(node, lookUps)];
}

function aboutOne(node: number, one: LookUp): ValueSetDetection[] {
  return isHit(one.match) ? aboutHit(node, one) : aboutMissing(node, [one]);
}

/** A location that the binding states twice is one for the reference, looked up twice. */
function withRepeats(codes: readonly SentCode[]): readonly (readonly SentCode[])[] {
  const groups: SentCode[][] = [];
  for (const sent of codes) {
    const same = groups.find(([first]) => first !== undefined && isSameLocation(first, sent));
    if (same === undefined) groups.push([sent]);
    else same.push(sent);
  }
  return groups;
}

function isSameLocation({ location: one }: SentCode, { location: other }: SentCode): boolean {
  const system = (location: CompiledLocation) => location.system && writeProfilePath(location.system);
  return writeProfilePath(one.code) === writeProfilePath(other.code) && system(one) === system(other);
}

function lookUp({ mode }: Examination, sent: SentCode, set: CompiledValueSet): LookUp {
  const codes = codesFor(set, sent.value, !mode.quirks.pseudoCodesAreLiteral);
  const isExpected = sent.location.system !== undefined;
  return { sent, set, match: match(codes, { text: sent.system, isExpected }) };
}

function isHit({ kind }: Match): boolean {
  return kind === 'found' || kind === 'several';
}

function aboutCode(node: number, lookUps: readonly LookUp[]): readonly ValueSetDetection[] {
  const hits = lookUps.filter(({ match }) => isHit(match));
  const [first] = hits;
  if (first === undefined) return aboutMissing(node, lookUps);
  const said = hits.flatMap((hit) => aboutHit(node, hit));
  if (hits.length === 1) return said;
  const sets = [...new Set(hits.map(({ set }) => set))];
  return [...said, { code: 'code-in-several-sets', node, sets, sent: first.sent }];
}

function aboutHit(node: number, { sent, set, match }: LookUp): ValueSetDetection[] {
  const sets = [set];
  if (match.kind === 'several') {
    const each = match.codes.map((entry) => ({ code: byUsage(entry), node, sets, sent, entry }));
    return [{ code: 'code-listed-twice', node, sets, sent }, ...each];
  }
  if (match.kind !== 'found') return [];
  const entry = match.code;
  const said: ValueSetDetection[] = [{ code: byUsage(entry), node, sets, sent, entry }];
  if (entry.usage !== 'P') return said;
  if (set.extensibility === 'Closed') said.push({ code: 'code-permitted-in-closed-set', node, sets, sent, entry });
  if (set.stability === 'Dynamic') said.push({ code: 'value-set-dynamic', node, sets, sent });
  return said;
}

function aboutMissing(node: number, lookUps: readonly LookUp[]): ValueSetDetection[] {
  const wrong = lookUps.flatMap((one) => nearly(node, one, 'wrong-system', 'code-system-wrong'));
  const bare = lookUps.flatMap((one) => nearly(node, one, 'no-system', 'code-system-missing'));
  const sent = lookUps[0]?.sent;
  if (bare.length > 0 || sent === undefined) return [...wrong, ...bare];
  const sets = lookUps.map(({ set }) => set);
  const dynamic = sets.filter(({ stability }) => stability === 'Dynamic');
  return [
    ...wrong,
    { code: 'code-not-found', node, sets, sent },
    ...dynamic.map((set) => ({ code: 'value-set-dynamic', node, sets: [set], sent }) as const),
  ];
}

function nearly(
  node: number,
  { sent, set, match }: LookUp,
  kind: 'wrong-system' | 'no-system',
  code: 'code-system-wrong' | 'code-system-missing',
): readonly ValueSetDetection[] {
  return match.kind === kind ? [{ code, node, sets: [set], sent, entry: match.code }] : [];
}

function atTwoPlaces(node: number, lookUps: readonly (readonly LookUp[])[]): readonly ValueSetDetection[] {
  const places = new Map<CompiledValueSet, number>();
  for (const ofCode of lookUps) {
    const sets = new Set(ofCode.filter(({ match }) => isHit(match)).map(({ set }) => set));
    for (const set of sets) places.set(set, (places.get(set) ?? 0) + 1);
  }
  return [...places]
    .filter(([, count]) => count > 1)
    .map(([set]) => ({ code: 'code-at-two-places', node, sets: [set] }));
}
