import { expect, it } from 'vitest';
import { moduleOf } from './stack-module.js';

it('finds a package that is installed, as a URL that can be imported', () => {
  expect(moduleOf('commander')).toMatch(/^file:\/\/.*commander/);
});

it('says how to install one that is not', () => {
  expect(() => moduleOf('no-such-package')).toThrow('--stack: the package no-such-package is not installed here');
});
