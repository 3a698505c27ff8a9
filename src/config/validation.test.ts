import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief, ConfigFolder, MINIMAL, testdata } from './testdata/read-config.js';

const here = resolve(testdata);
let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => folder.remove());

describe('profiles and validation', () => {
  it('validates by the base standard, and lets errors fail, where nothing is said', () => {
    const { profiles, validation } = folder.config(MINIMAL);
    expect(profiles).toEqual([]);
    expect(validation).toEqual({ severity: 'default', otherwise: 'base', errors: 'fail' });
  });

  it('takes profiles of the package as they are, and others by their path', () => {
    const { profiles } = folder.config(`${MINIMAL}profiles: ["pipehat:", "pipehat:adt", base, ${here}]\n`);
    expect(profiles).toEqual(['pipehat:', 'pipehat:adt', 'base', here]);
  });

  it('gives the links of an actor profiles of their own', () => {
    const text = MINIMAL.replace(/ehr: \{ /, `ehr: { profiles: [${here}], `);
    expect(folder.config(text).environment.actors.ehr?.profiles).toEqual([here]);
  });

  it('reads how strict the validation is', () => {
    const overlay = join(testdata, 'complete.yaml');
    const text = `${MINIMAL}validation: { severity: lenient, overlay: ${overlay}, otherwise: nothing, errors: tell }\n`;
    expect(folder.config(text).validation).toEqual({
      severity: 'lenient',
      overlay,
      otherwise: 'nothing',
      errors: 'tell',
    });
  });

  it.each([
    [MINIMAL.replace(/ehr: \{ /, 'ehr: { profiles: [none], '), /actors\.ehr\.profiles\.0: there is no profile .*none/],
    [`${MINIMAL}validation: { overlay: none.yaml }\n`, /validation\.overlay: there is no overlay .*none\.yaml/],
    [`${MINIMAL}validation: { severity: harsh }\n`, /validation\.severity: "harsh" is not allowed/],
  ])('says what is wrong with %s', (text, mistake) => {
    expect(brief(folder.problems(text))).toEqual([expect.stringMatching(mistake)]);
  });
});
