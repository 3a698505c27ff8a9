import { describe, expect, it } from 'vitest';
import { allureCommand, withoutNetwork } from './allure.js';

describe('allureCommand', () => {
  it('asks for one file without analytics', () => {
    const { args, env } = allureCommand('results/r/allure-results', 'results/r/allure');
    expect(args).toEqual([
      'generate',
      '--single-file',
      '--clean',
      '--output',
      'results/r/allure',
      'results/r/allure-results',
    ]);
    expect(env).toEqual({ ALLURE_NO_ANALYTICS: 'true' });
  });
});

describe('withoutNetwork', () => {
  it.each([
    '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>',
    "<script src='//cdn.example/x.js'></script>",
    '<script src=http://cdn.example/x.js>\n</script>',
    '<link rel="stylesheet" href="https://fonts.example/css">',
    '<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)}gtag("js",1)</script>',
  ])('takes out %s', (tag) => {
    expect(withoutNetwork(`<p>a</p>${tag}<p>b</p>`)).toBe('<p>a</p><p>b</p>');
  });

  it.each([
    '<script src="data:text/javascript;base64,AA=="></script>',
    '<script>allure.run()</script>',
    '<a href="https://x.example">x</a>',
  ])('leaves %s', (tag) => expect(withoutNetwork(tag)).toBe(tag));

  it('forbids the rest by a policy at the head', () => {
    expect(withoutNetwork('<html><head lang="en"><title>x</title>')).toMatch(
      /<head lang="en"><meta http-equiv="Content-Security-Policy"/,
    );
  });
});
