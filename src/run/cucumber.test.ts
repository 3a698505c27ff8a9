import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFeatures } from './check-features.js';
import { type FeatureSelection, loadSteps, planFeatures } from './cucumber.js';

const cwd = fileURLToPath(new URL('./testdata/planned', import.meta.url));

function selection(paths: readonly string[], more: Partial<FeatureSelection> = {}): FeatureSelection {
  return { cwd, bundledFolder: join(cwd, 'none'), paths, steps: [], tags: '', dryRun: false, ...more };
}

describe('the plan of a run', () => {
  it.each<[string, FeatureSelection, number]>([
    ['a folder', selection(['good']), 3],
    ['a file', selection(['good/two.feature']), 3],
    ['an absolute path', selection([join(cwd, 'good')]), 3],
    ['a scenario by its line', selection(['good/two.feature:4']), 1],
    ['two scenarios by their lines', selection(['good/two.feature:4:14']), 2],
    ['a tag', selection(['good'], { tags: '@manual' }), 2],
    ['tags that none has', selection(['good'], { tags: '@adt and not @adt' }), 0],
    ['a feature without scenarios', selection(['nothing.feature']), 0],
    ['the first of two parts', selection(['good'], { shard: '1/2' }), 2],
    ['the second of two parts', selection(['good'], { shard: '2/2' }), 1],
    ['the last of four parts', selection(['good'], { shard: '4/4' }), 0],
  ])('counts the scenarios of %s', async (_, given, scenarios) => {
    expect(await planFeatures(given)).toEqual({ kind: 'plan', scenarios });
  });

  it.each<[string, FeatureSelection, string | RegExp]>([
    [
      'a path that is not there',
      selection(['good', 'gone.feature:3']),
      /^gone\.feature:3: no such feature file or folder; paths are relative to /,
    ],
    [
      'Gherkin that cannot be parsed, with its line',
      selection(['good', 'broken.feature']),
      /^broken\.feature:5: \(5:5\): expected: .*got 'Giben something misspelt'$/,
    ],
    [
      'a tag expression',
      selection(['good'], { tags: '@adt and (' }),
      /^Tag expression "@adt and \(" could not be parsed/,
    ],
    ['a part that is not one', selection(['good'], { shard: 'x' }), /shard option must be in the format/],
    [
      'a part that is too high',
      selection(['good'], { shard: '3/2' }),
      '--shard 3/2: there is no such part; write 1/2 to 2/2',
    ],
    [
      'a part that is too low',
      selection(['good'], { shard: '0/2' }),
      '--shard 0/2: there is no such part; write 1/2 to 2/2',
    ],
  ])('cannot be made of %s', async (_, given, problem) => {
    const expected = typeof problem === 'string' ? problem : expect.stringMatching(problem);
    expect(await planFeatures(given)).toEqual({ kind: 'unreadable', problems: [expected] });
  });

  it('tells every path that is not there', async () => {
    const plan = await planFeatures(selection(['gone', 'good', 'lost']));
    expect(plan.kind === 'unreadable' && plan.problems.map((problem) => problem.slice(0, 5))).toEqual([
      'gone:',
      'lost:',
    ]);
  });
});

describe('step files of a project', () => {
  it.each([
    ['throws.steps.js', /throws\.steps\.js: the database is not there \(at .*throws\.steps\.js:1:7\)$/],
    ['imports.steps.js', /imports\.steps\.js: .*nowhere\.js/],
  ])('that cannot be imported are named: %s', async (name, problem) => {
    const steps = [join(cwd, name)];
    expect(await loadSteps(selection(['good'], { steps }))).toEqual({
      kind: 'unreadable',
      problems: [expect.stringMatching(problem)],
    });
  });

  it('with an expression that cannot be read are named together', async () => {
    const steps = [join(cwd, 'expression.steps.js')];
    const loaded = await loadSteps(selection(['good'], { steps }));
    expect(loaded).toEqual({
      kind: 'unreadable',
      problems: [expect.stringMatching(/expression\.steps\.js: .*half \(a step/s)],
    });
  });
});

describe('features that are only checked', () => {
  // A process imports a step file once: no test above may have done so.
  const steps = [join(cwd, 'steps')];

  it('show each step that nobody has defined, once, with what to do', async () => {
    expect(await checkFeatures(selection(['good'], { steps }))).toEqual({
      kind: 'checked',
      scenarios: 3,
      problems: [1, 2].map(
        (n) => `good/two.feature: no step says "nobody has defined ${n}"; "pipehat steps" lists the vocabulary`,
      ),
    });
  });

  it.each([
    [['nothing.feature'], { kind: 'nothing-to-run' }],
    [['broken.feature'], { kind: 'unreadable', problems: [expect.stringMatching(/^broken\.feature:5: /)] }],
  ])('%j may not come so far', async (paths, expected) => {
    expect(await checkFeatures(selection(paths, { steps }))).toEqual(expected);
  });

  it('name each fault that cannot be meant, with what is meant, and no other', async () => {
    const result = await checkFeatures(selection(['mistaken-faults.feature'], { steps }));
    const faults = result.kind === 'checked' ? result.problems.filter((one) => !one.includes('no step says')) : [];
    expect(faults).toEqual([
      expect.stringMatching(/there is no fault "mising-end"; did you mean missing-end\?/),
      expect.stringMatching(/byte-by-byte has no parameter "gapp"; did you mean gap\?/),
      expect.stringMatching(/missing-end strikes the other side: write "the link from the \.\.\. suffers"/),
    ]);
  });
});
