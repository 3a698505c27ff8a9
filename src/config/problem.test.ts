import { expect, it } from 'vitest';
import { formatProblems } from './problem.js';

it('prints the problems in the order of the file, each with its remedy', () => {
  const at = (line: number, column: number, path: string) => ({
    file: 'c.yaml',
    line,
    column,
    path,
    what: 'w',
    remedy: 'r',
  });
  expect(formatProblems([at(9, 1, 'b'), at(2, 7, 'a'), at(0, 0, '')])).toBe(
    ['c.yaml  w', '    r', 'c.yaml:2:7  a: w', '    r', 'c.yaml:9:1  b: w', '    r'].join('\n'),
  );
});
