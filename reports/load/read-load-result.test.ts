import { describe, expect, it } from 'vitest';
import { readLoadResult } from './read-load-result.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { whyWithheld } from './withheld.js';

const result = loadSpecimen({ seconds: 2, rate: 50 });

describe('a load result read from its JSON', () => {
  it('is what was written', () => {
    expect(readLoadResult(JSON.stringify(result))).toEqual({ kind: 'result', result });
  });

  it.each([
    ['no JSON', 'rate: 5', 'no JSON object'],
    ['a list', '[]', 'no JSON object'],
    ['something else', '{"messages":[]}', 'without offered, sent'],
    ['without a list', JSON.stringify({ ...result, intervals: undefined }), 'without intervals'],
  ])('is refused: %s', (_what, text, words) => {
    expect(readLoadResult(text)).toMatchObject({ kind: 'mistake', what: expect.stringContaining(words) });
  });

  it('may come without lateness, and then shows no percentiles', () => {
    const reading = readLoadResult(JSON.stringify({ ...result, lateness: undefined }));
    if (reading.kind !== 'result') throw new Error(reading.what);
    expect(whyWithheld(reading.result)).toContain('was not recorded');
  });
});
