import type { ProfileDefect } from '../model/defect.js';
import { TREATMENTS, treatment } from './classification.js';
import { pathPattern } from './path-pattern.js';
import { type SeverityRule, wildcard } from './severity-rule.js';
import { type ListEntry, readList } from './yaml-list.js';

export type OverlayResult =
  | { readonly kind: 'overlay'; readonly rules: readonly SeverityRule[] }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

const CONDITIONS = ['code', 'category', 'path', 'rule', 'profile'] as const;
const KEYS = [...CONDITIONS, 'severity', 'reason'];

/**
 * Reads an overlay: a list `overlay` of entries, each with one condition or more, a `severity` and a `reason`. `codes` are
 * those that the engine knows. All mistakes are reported at once.
 */
export function readOverlay(text: string, file: string, codes: readonly string[]): OverlayResult {
  const { entries, defects: broken } = readList(text, file, 'overlay', KEYS);
  const read = entries.map((entry) => readEntry(entry, codes));
  const defects = [...broken, ...read.flatMap((one) => one.defects)];
  if (defects.length > 0) return { kind: 'defective', defects };
  return { kind: 'overlay', rules: read.flatMap(({ rule }) => (rule === undefined ? [] : [rule])) };
}

interface ReadEntry {
  readonly rule?: SeverityRule;
  readonly defects: readonly ProfileDefect[];
}

function readEntry(entry: ListEntry, codes: readonly string[]): ReadEntry {
  const { values } = entry;
  const to = treatment(values.get('severity') ?? '');
  const path = values.get('path');
  const pattern = path === undefined ? undefined : pathPattern(path);
  const defects = [
    ...(to === undefined ? [wrongSeverity(entry)] : []),
    ...(path !== undefined && pattern === undefined ? [wrongPath(entry, path)] : []),
    ...missingParts(entry),
    ...unknownCode(entry, codes),
  ];
  if (to === undefined || defects.length > 0) return { defects };
  return {
    defects,
    rule: { ...conditions(values), ...(pattern && { path: pattern }), to, reason: values.get('reason') ?? '' },
  };
}

function conditions(values: ReadonlyMap<string, string>): Omit<SeverityRule, 'to' | 'reason' | 'path'> {
  const [code, category, rule, profile] = ['code', 'category', 'rule', 'profile'].map((key) => values.get(key));
  return {
    ...(code === undefined ? {} : { code: wildcard(code) }),
    ...(category === undefined ? {} : { category }),
    ...(rule === undefined ? {} : { rule: wildcard(rule) }),
    ...(profile === undefined ? {} : { profile }),
  };
}

function wrongSeverity(entry: ListEntry): ProfileDefect {
  const given = entry.values.get('severity');
  const message = given === undefined ? '"severity" is missing' : `"${given}" is no severity`;
  return defect(entry, 'severity', 'unknown-severity', message, `write one of ${TREATMENTS.join(', ')}`);
}

function wrongPath(entry: ListEntry, path: string): ProfileDefect {
  const remedy = 'write it like PID-3, PID-3.4, OBX[2]-5, PID-* or Z*; it covers everything below';
  return defect(entry, 'path', 'unreadable-path', `"${path}" is no pattern of paths`, remedy);
}

function missingParts(entry: ListEntry): readonly ProfileDefect[] {
  const { values } = entry;
  const isEmpty = CONDITIONS.every((key) => !values.has(key));
  const remedy = 'write "reason:" and why, with who agreed';
  return [
    ...(values.get('reason')?.trim() ? [] : [defect(entry, 'reason', 'reason-missing', 'there is no reason', remedy)]),
    ...(isEmpty
      ? [
          defect(
            entry,
            '',
            'condition-missing',
            'the entry is for all findings',
            `state at least one of ${CONDITIONS.join(', ')}`,
          ),
        ]
      : []),
  ];
}

function unknownCode(entry: ListEntry, codes: readonly string[]): readonly ProfileDefect[] {
  const code = entry.values.get('code');
  if (code === undefined || codes.some((known) => wildcard(code).test(known))) return [];
  const remedy = '"pipehat validate --codes" lists all codes; * stands for any part of one';
  return [defect(entry, 'code', 'unknown-code', `no finding has the code "${code}"`, remedy)];
}

function defect(entry: ListEntry, key: string, code: string, message: string, remedy: string): ProfileDefect {
  return { severity: 'error', code, place: entry.placeOf(key), message, remedy };
}
