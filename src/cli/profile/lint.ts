import { LINT_RULES, lintProfile } from '../../conformance/lint/lint.js';
import type { ProfileDefect } from '../../conformance/model/defect.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import { type NamedProfile, profilesNamed } from './load.js';
import type { LintOptions } from './options.js';

interface LintedProfile {
  readonly path: string;
  /** Absent where the profile does not load. */
  readonly id?: string;
  readonly messages: number;
  readonly defects: readonly ProfileDefect[];
}

/** Loads and lints every profile that is named; one that does not load does not keep the others from being looked at. */
export function lint(names: readonly string[], options: LintOptions, terminal: Terminal): ExitCode {
  const linted = names.flatMap(profilesNamed).map(lintOne);
  if (options.format === 'json') terminal.out(json(linted));
  else print(linted, terminal);
  if (options.rules === true && options.format === 'text') {
    for (const { code, meaning } of LINT_RULES) terminal.out(`${code.padEnd(30)}${meaning}`);
  }
  const all = linted.flatMap(({ defects }) => defects);
  if (all.some(({ severity }) => severity === 'error')) return EXIT.usage;
  return all.length === 0 ? EXIT.passed : EXIT.failed;
}

function lintOne({ path, loaded }: NamedProfile): LintedProfile {
  if (loaded.kind === 'defective') return { path, messages: 0, defects: once(loaded.defects) };
  const { profile, warnings } = loaded;
  const defects = once([...warnings, ...lintProfile(profile)]);
  return { path, id: profile.id, messages: profile.messages.length, defects };
}

/** The loader and a rule may tell the same of the same place. */
function once(defects: readonly ProfileDefect[]): readonly ProfileDefect[] {
  const seen = new Set<string>();
  return defects.filter(({ code, place, message }) => {
    const where = place.line === undefined ? message : `${place.line}:${place.column}`;
    const key = `${code} ${place.file} ${where}`;
    return !seen.has(key) && seen.add(key);
  });
}

function print(linted: readonly LintedProfile[], terminal: Terminal): void {
  for (const { path, id, messages, defects } of linted) {
    for (const defect of defects) terminal.out(defectText(defect));
    const name = id === undefined ? path : `${path} (${id})`;
    const what = id === undefined ? 'does not load' : `${counted(messages, 'message')}`;
    const found = defects.length === 0 ? 'nothing found' : countsText(defects);
    terminal.out(`${name}: ${what}, ${found}`);
  }
}

function defectText({ severity, code, place, message, remedy }: ProfileDefect): string {
  const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return `${at}  ${severity}: ${message} [${code}]\n    ${remedy}`;
}

function countsText(defects: readonly ProfileDefect[]): string {
  const errors = defects.filter(({ severity }) => severity === 'error').length;
  const warnings = defects.length - errors;
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function json(linted: readonly LintedProfile[]): string {
  const all = linted.flatMap(({ defects }) => defects);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const profiles = linted.map(({ path, id, messages, defects }) => ({ path, id: id ?? null, messages, defects }));
  const summary = { profiles: linted.length, errors, warnings: all.length - errors };
  return JSON.stringify({ pipehat: packageVersion(), profiles, summary }, undefined, 2);
}
