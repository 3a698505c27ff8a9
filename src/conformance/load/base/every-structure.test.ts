import { describe, expect, it } from 'vitest';
import { standard } from '../../../standard/load.js';
import { STANDARD_VERSIONS } from '../../../standard/versions.js';
import { compilePlan } from '../../plan/compile.js';
import { Validator } from '../../validate.js';
import { baseProfile } from './base-profile.js';
import { type BuiltLine, buildMessage, textOf } from './testdata/build-message.js';

const judge = (version: string, structure: string) => {
  const profile = baseProfile(version, structure);
  const result = compilePlan(profile);
  if (result.kind === 'defective') throw new Error(JSON.stringify(result.defects));
  const validator = new Validator(result.plan);
  const errors = (lines: readonly BuiltLine[]) =>
    validator
      .validate(textOf(lines))
      .filter(({ section }) => section !== 'acknowledgment')
      .filter(({ classification }) => classification === 'Error' || classification === 'Specification Error')
      .map(({ code, path }) => `${structure} ${code} ${path}`);
  return { profile, errors };
};

/** Without MSH it is no message at all. */
const isLeftOut = ({ isRequired, name }: BuiltLine): boolean => isRequired && name !== 'MSH';

describe.each(STANDARD_VERSIONS)('every structure of %s', (version) => {
  it('accepts what is built from it, and refuses it without a required segment', { timeout: 300_000 }, () => {
    const wrong: string[] = [];
    for (const id of standard(version).structureIds()) {
      const { profile, errors } = judge(version, id);
      for (const options of [{}, { isFull: true }, { isFull: true, alternative: 1 }]) {
        wrong.push(...errors(buildMessage(profile, options)));
      }
      const lines = buildMessage(profile);
      for (const left of lines.filter(isLeftOut)) {
        const isRefused = errors(lines.filter((line) => line !== left)).length > 0;
        if (!isRefused) wrong.push(`${id} is accepted without ${left.name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
