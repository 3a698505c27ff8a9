import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-document.js';

describe('merge keys', () => {
  it.each([
    ['a map', 'a: &a { x: 1 }\nb: { <<: *a, y: 2 }', { x: '1', y: '2' }],
    ['a map on the spot', 'b: { <<: { x: 1 }, y: 2 }', { x: '1', y: '2' }],
    ['several maps', 'a: &a { x: 1 }\nc: &c { z: 3 }\nb: { <<: [*a, *c], y: 2 }', { x: '1', y: '2', z: '3' }],
  ])('bring in %s', (_, yaml, b) => {
    const { data, mistakes } = readYaml(yaml);
    expect(mistakes).toEqual([]);
    expect(data).toMatchObject({ b });
  });

  it.each([
    ['a text', 'b:\n  <<: PID\n', 2],
    ['an alias of a text', 'a: &a x\nb:\n  <<: *a\n', 3],
    ['a list with a text in it', 'a: &a { x: 1 }\nb:\n  <<: [*a, x]\n', 3],
    ['nothing', 'b:\n  <<:\n', 2],
  ])('of %s are a mistake, and no exception', (_, yaml, line) => {
    expect(readYaml(yaml)).toMatchObject({
      data: undefined,
      mistakes: [{ line, column: 3, what: '"<<" takes a map, or an alias of one' }],
    });
  });
});
