import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../evidence/finding.js';
import { parseMessage } from '../hl7/parse.js';
import { lintProfile } from './lint/lint.js';
import { findProfiles } from './load/find-profiles.js';
import { loadProfile } from './load/load-profile.js';
import { shippedProfile, shippedProfiles } from './load/shipped-profiles.js';
import type { Profile } from './model/profile.js';
import { compilePlan } from './plan/compile.js';
import type { ValidationPlan } from './plan/plan.js';
import { FINDING_CODES } from './report/finding-codes.js';
import { PlanSelector } from './select.js';
import { isQuiet } from './severity/classification.js';
import { Validator } from './validate.js';

interface Judged {
  readonly profile: Profile;
  readonly plans: readonly ValidationPlan[];
  readonly validate: (raw: Buffer) => readonly Finding[];
}

function judged(folder: string): Judged {
  const loaded = loadProfile(folder);
  if (loaded.kind === 'defective') throw new Error(loaded.defects.map(({ message }) => message).join('\n'));
  expect(loaded.warnings).toEqual([]);
  const { profile } = loaded;
  const plans = profile.messages.map(({ id }) => {
    const compiled = compilePlan(profile, id);
    if (compiled.kind === 'defective') throw new Error(compiled.defects.map(({ message }) => message).join('\n'));
    expect(compiled.warnings).toEqual([]);
    return compiled.plan;
  });
  const validators = new Map(plans.map((plan) => [plan, new Validator(plan)]));
  const selector = new PlanSelector(plans);
  return { profile, plans, validate: (raw) => findingsOf(raw, selector, validators) };
}

/** What a person is told of, without what follows from something else. */
function findingsOf(raw: Buffer, selector: PlanSelector, validators: ReadonlyMap<ValidationPlan, Validator>) {
  const parsed = parseMessage(raw);
  if (parsed.kind === 'malformed') throw new Error('a specimen is no message');
  const selection = selector.select(parsed.message);
  if (selection.kind !== 'selected') throw new Error(`no single profile is for the specimen: ${selection.kind}`);
  const found = selection.plans.flatMap((plan) => validators.get(plan)?.validate(raw) ?? []);
  return found.filter(({ classification, causedBy }) => !isQuiet(classification) && !causedBy);
}

const specimens = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.hl7'));

/** `usage-required-name.hl7` -> `usage-required`: the longest code with which the name begins. */
function codeOf(name: string): string {
  const codes = Object.keys(FINDING_CODES).filter((code) => name === `${code}.hl7` || name.startsWith(`${code}-`));
  return codes.sort((one, other) => other.length - one.length)[0] ?? `${name} begins with no code of a finding`;
}

/** What is found in one of the specimens that have a fault. */
function faults(name: string, file: string): readonly Finding[] {
  return all.get(name)?.validate(readFileSync(join(shippedProfiles(), name, 'invalid', file))) ?? [];
}

const folders = findProfiles(shippedProfiles());
const all = new Map(folders.map((folder) => [basename(folder), judged(folder)] as const));

describe.each([...all])('profile %s', (name, { profile, validate }) => {
  const folder = join(shippedProfiles(), name);

  it('is named like its folder and is found by that', () => {
    expect(profile.id).toBe(`pipehat-${name}`);
    expect(shippedProfile(`pipehat:${name}`)).toBe(folder);
  });

  it('has nothing to be mended', () => {
    expect(lintProfile(profile)).toEqual([]);
  });

  it('gives each rule the number of a requirement', () => {
    const { statements, predicates } = profile.rules;
    const ids = [...statements, ...predicates].map(({ rule }) => rule.id);
    const own = new RegExp(`^REQ-${name.toUpperCase()}-\\d{3}$`);
    expect(ids.filter((id) => id === undefined || !own.test(id))).toEqual([]);
  });

  it('has nothing to say about messages that are right', () => {
    const files = specimens(join(folder, 'valid'));
    expect(files.length).toBeGreaterThanOrEqual(profile.messages.length);
    const told = files.map((file) => [
      file,
      validate(readFileSync(join(folder, 'valid', file))).map(({ code, path, message }) => [code, path, message]),
    ]);
    expect(told).toEqual(files.map((file) => [file, []]));
  });

  it('finds the one fault of a message, and nothing else', () => {
    const files = specimens(join(folder, 'invalid'));
    expect(new Set(files.map(codeOf)).size).toBeGreaterThanOrEqual(10);
    const told = files.map((file) => [file, faults(name, file).map(({ code }) => code)]);
    expect(told).toEqual(files.map((file) => [file, [codeOf(file)]]));
  });
});

describe('the profiles of the package', () => {
  it('can all be used at once: each message belongs to one of them', () => {
    const types = [...all.values()].flatMap(({ plans }) =>
      plans.map(({ message }) => `${message.type}^${message.event}`),
    );
    expect(types.length).toBeGreaterThan(40);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  });

  it('have no rule that never fails', () => {
    const sentences = [...all.values()].flatMap(({ profile: { rules } }) => [
      ...rules.statements.map(({ rule }) => rule.description),
      // What a condition only makes optional, or required where it is known, is told on request.
      ...rules.predicates
        .filter(({ rule }) => [rule.whenTrue, rule.whenFalse].some((usage) => usage === 'R' || usage === 'X'))
        .map(({ rule }) => rule.description),
    ]);
    const told = [...all.keys()]
      .flatMap((name) => specimens(join(shippedProfiles(), name, 'invalid')).flatMap((file) => faults(name, file)))
      .map(({ message }) => message)
      .join('\n');
    expect([...new Set(sentences)].filter((sentence) => !told.includes(sentence))).toEqual([]);
  });

  it('can be adapted by whoever extends them', () => {
    const [, example = ''] =
      /^```yaml\n(.*?)^```/ms.exec(readFileSync(join(shippedProfiles(), 'README.md'), 'utf8')) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-adapted-'));
    writeFileSync(join(folder, 'profile.yaml'), example);
    const { profile, validate } = judged(folder);
    rmSync(folder, { recursive: true });
    expect(lintProfile(profile)).toEqual([]);
    const final = readFileSync(join(shippedProfiles(), 'result', 'valid', 'laboratory-final.hl7'), 'latin1');
    const told = (text: string) => validate(Buffer.from(text, 'latin1')).map(({ code, rule }) => [code, rule]);
    // One report is of microbiology, and the patient has telephones.
    expect(told(final)).toEqual([
      ['usage-unsupported', 'SITE-2'],
      ['usage-unsupported', 'SITE-2'],
      ['code-not-found', 'SITE-1'],
    ]);
    const adapted = final
      .replace('||MB|', '||CH|')
      .replace(/\|\^PRN\^PH[^|]*\|/, '||')
      .replace(/^(MSH(?:\|[^|]*){5}\|\d{12})\d\d/, '$1')
      .replace(/(PID\|[^\r]*\r)/, '$1ZPI|Y\r')
      .replace(/(OBX\|1\|NM[^\r]*\r)/, '$1ZLR|ABL 90\r');
    expect(told(adapted)).toEqual([]);
    expect(told(adapted.replace('ZPI|Y', 'ZPI'))).toEqual([['usage-required', undefined]]);
  });

  it('have no folder without specimens', () => {
    expect(
      folders.filter((folder) => !existsSync(join(folder, 'valid')) || !existsSync(join(folder, 'invalid'))),
    ).toEqual([]);
  });
});
