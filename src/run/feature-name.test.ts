import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { featureName } from './feature-name.js';

const cwd = resolve('project');
const bundledFolder = join(cwd, 'node_modules', 'pipehat', 'features');

it.each([
  ['a feature of the project', 'features/adt/stay.feature', 'features/adt/stay.feature'],
  ['one named by an absolute path', join(cwd, 'features', 'own.feature'), 'features/own.feature'],
  ['a bundled one', 'node_modules/pipehat/features/adt/stay.feature', 'features/adt/stay.feature'],
  ['one beside the project', '../other/a.feature', '../other/a.feature'],
])('%s has a name that does not depend on the place of the package', (_, path, name) => {
  expect(featureName(path, { cwd, bundledFolder })).toBe(name);
});

it('a bundled feature has the same name in a checkout', () => {
  const checkout = { cwd, bundledFolder: join(cwd, 'features') };
  expect(featureName('features/adt/stay.feature', checkout)).toBe('features/adt/stay.feature');
});
