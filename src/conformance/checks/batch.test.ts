import { describe, expect, it } from 'vitest';
import { pipehatMode } from '../mode.js';
import { BatchCheck, type BatchSegment } from './batch.js';

/** Judges an envelope written as its lines; `MSH` stands for a message, `?` for a stray line. */
function judged(...lines: readonly string[]): readonly string[] {
  const check = new BatchCheck(pipehatMode());
  for (const [index, text] of lines.entries()) {
    const name = text.slice(0, 3);
    if (name === 'MSH') check.message(index + 1);
    else if (text === '?') check.stray(index + 1);
    else check.segment(name as BatchSegment, index + 1, text);
  }
  return check.finish().map(({ code, path, line }) => `${code} ${path} ${line}`);
}

const [FHS, BHS] = ['FHS|^~\\&', 'BHS|^~\\&'];

describe('an envelope that is right', () => {
  it.each([
    ['none at all', ['MSH', 'MSH']],
    ['a batch', [BHS, 'MSH', 'MSH', 'BTS|2']],
    ['a file of batches', [FHS, BHS, 'MSH', 'BTS|1', BHS, 'MSH', 'MSH', 'BTS|2', 'FTS|2']],
    ['counts left away', [FHS, BHS, 'MSH', 'BTS', 'FTS']],
    ['a file without batch segments', [FHS, 'MSH', 'MSH', 'FTS|1']],
    ['an empty batch', [BHS, 'BTS|0']],
    ['another separator', ['BHS#^~\\&', 'MSH', 'BTS#1#comment']],
  ])('%s', (_, lines) => {
    expect(judged(...lines)).toEqual([]);
  });
});

describe('what is wrong with one', () => {
  it.each([
    ['the number of messages', [BHS, 'MSH', 'BTS|2'], ['batch-message-count BTS[1]-1[1] 3']],
    ['the number of batches', [FHS, BHS, 'MSH', 'BTS|1', 'FTS|2'], ['batch-count FTS[1]-1[1] 5']],
    ['a number that is none', [BHS, 'MSH', 'BTS|one'], ['batch-count-not-a-number BTS[1]-1[1] 3']],
    ['no trailer of the batch', [BHS, 'MSH'], ['batch-trailer-missing BHS[1] 1']],
    ['no trailer of the file', [FHS, 'MSH'], ['batch-trailer-missing FHS[1] 1']],
    ['a batch inside of a batch', [BHS, 'MSH', BHS, 'MSH', 'BTS|1'], ['batch-trailer-missing BHS[1] 1']],
    ['a trailer of no batch', ['BTS|0'], ['batch-segment-misplaced BTS[1] 1']],
    ['a file inside of a file', [FHS, FHS, 'MSH', 'FTS|1'], ['batch-segment-misplaced FHS[2] 2']],
    ['a message after the file', [FHS, 'MSH', 'FTS|1', 'MSH'], ['batch-segment-misplaced MSH[1] 4']],
    ['a line of no message', [BHS, '?', 'MSH', 'BTS|1'], ['content-outside-message  2']],
  ])('%s', (_, lines, expected) => {
    expect(judged(...lines)).toEqual(expected);
  });
});
