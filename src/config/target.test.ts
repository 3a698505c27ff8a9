import { describe, expect, it } from 'vitest';
import { formatTarget, isLoopback, parseTarget } from './target.js';

describe('parseTarget', () => {
  it.each([
    ['mllp://127.0.0.1:2575', { host: '127.0.0.1', port: 2575, tls: false }],
    ['MLLPS://engine.example:6661/', { host: 'engine.example', port: 6661, tls: true }],
    ['mllp://mirth_1:6661', { host: 'mirth_1', port: 6661, tls: false }],
    ['mllp://[::1]:2575', { host: '::1', port: 2575, tls: false }],
  ])('%s', (text, target) => {
    expect(parseTarget(text)).toEqual({ kind: 'target', target });
  });

  it.each([
    '127.0.0.1:2575',
    'mllp://127.0.0.1',
    'mllp://host:0',
    'mllp://host:65536',
    'tcp://host:1',
    'mllp://user@host:1',
    '',
  ])('refuses "%s" with the form to write', (text) => {
    expect(parseTarget(text)).toMatchObject({ kind: 'invalid', remedy: expect.stringContaining('mllp://host:port') });
  });

  it('turns what was probably meant into an address that works', () => {
    const result = parseTarget('10.1.2.3:6662');
    expect(result.kind === 'invalid' && result.remedy).toContain('mllp://10.1.2.3:6662');
  });
});

it.each(['mllp://127.0.0.1:2575', 'mllps://engine:1', 'mllp://[::1]:2575'])('%s is printed as it was read', (text) => {
  const result = parseTarget(text);
  expect(result.kind === 'target' && formatTarget(result.target)).toBe(text);
});

it.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['localhost', true],
  ['10.1.2.3', false],
  ['localhost.example.org', false],
  ['127.0.0.1.example.org', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
