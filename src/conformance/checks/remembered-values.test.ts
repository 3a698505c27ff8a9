import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import { compilePlan } from '../plan/compile.js';
import type { ValidationPlan } from '../plan/plan.js';
import { Validator } from '../validate.js';
import { codedProfile, valueSet } from './testdata/coded-profile.js';

const CODE_IN_SYSTEM = [{ code: '1[1]', system: '3[1]' }];

function plan(): ValidationPlan {
  const sets = [valueSet('SET', 'A:S1 B:S1 M:S1')];
  const on = { kind: 'segment', by: 'id', value: 'ZVS' } as const;
  const result = compilePlan(
    codedProfile({
      sets,
      bindings: [
        { on, target: '1[*]', strength: 'R', locations: [{ code: '.' }], sets: ['SET'] },
        { on, target: '2[*]', strength: 'R', locations: CODE_IN_SYSTEM, sets: ['SET'] },
      ],
    }),
  );
  if (result.kind === 'defective') throw new Error(result.defects[0]?.message);
  return result.plan;
}

const PLAN = plan();
const message = (encoding: string, line: string) => Buffer.from(`MSH|${encoding}|a\r${line}\r`);

/** One after the other through the same validator; the codes of what each says. */
function codes(messages: readonly Buffer[], mode = pipehatMode()): readonly (readonly string[])[] {
  const validator = new Validator(PLAN, { mode });
  return messages.map((bytes) => validator.validate(bytes).map(({ code, path }) => `${code} ${path}`));
}

describe('a code that was right before', () => {
  it('is right again, and another one in its place is not', () => {
    const lines = ['ZVS|A', 'ZVS|A', 'ZVS|X', 'ZVS|A', 'ZVS|AA', 'ZVS|A~A~X'];
    for (const mode of [pipehatMode(), nistMode()]) {
      const said = codes(
        lines.map((line) => message('^~\\&', line)),
        mode,
      ).map((list) => list.filter(isAboutCodes));
      expect(said).toEqual([
        [],
        [],
        ['code-not-found ZVS[1]-1[1]'],
        [],
        ['code-not-found ZVS[1]-1[1]'],
        ['code-not-found ZVS[1]-1[3]'],
      ]);
    }
  });

  it('is looked at again where the delimiters make something else of the same text', () => {
    const text = 'ZVS||A^x^S1';
    const [first, second, third] = codes([message('^~\\&', text), message('*~\\&', text), message('^~\\&', text)]);
    expect(first?.filter(isAboutCodes)).toEqual([]);
    expect(second?.filter(isAboutCodes)).toEqual(['code-not-found ZVS[1]-2[1].1']);
    expect(third?.filter(isAboutCodes)).toEqual([]);
  });

  it('changes nothing in a long row of messages', () => {
    const values = ['A^x^S1', 'B^x^S1', 'A^x^S2', 'A', '""', 'A^x^S1~B^y^S1', '\\T\\', 'M^x^S1'];
    const rows = values.flatMap((one) => values.map((other) => `ZVS|${one}|${other}\rZVS|B|${other}`));
    for (const mode of [pipehatMode(), nistMode()]) {
      const messages = rows.map((row) => message('^~\\&', row));
      expect(codes(messages, mode)).toEqual(messages.map((each) => codes([each], mode)[0]));
    }
  });
});

function isAboutCodes(said: string): boolean {
  return said.startsWith('code-');
}
