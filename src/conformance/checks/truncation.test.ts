import { describe, expect, it } from 'vitest';
import type { Profile } from '../model/profile.js';
import { codesOf, edited } from '../testdata/base-judged.js';
import { smallProfile } from '../testdata/small-profile.js';

const MESSAGE = ['MSH|^~\\&#|A|B|C|D|2025||ADT^A01^ADT_A01|1|T|2.7.1', 'PID|whole|10# or more'];

/** A profile whose PID-1 must not be cut, and whose PID-2 may be. */
const profile = (): Profile => ({
  ...smallProfile({
    structure: 'MSH PID',
    fields: { PID: [{ confLength: '20=' }, { confLength: '20#' }, {}] },
  }),
  hl7Version: '2.7.1',
});

describe('the truncation character', () => {
  it('at the end of no value says nothing', () => {
    expect(codesOf(MESSAGE, { profile })).toEqual([]);
  });

  it('is text where MSH-2 does not declare it', () => {
    expect(codesOf(edited(MESSAGE, { '&#': '&', whole: 'cut#' }), { profile })).toEqual([]);
  });

  it.each([
    ['truncation-forbidden', { whole: 'cut#' }],
    ['value-truncated', { 'or more': 'cut#' }],
    ['value-truncated', { 'or more': 'or more|cut#' }],
  ])('%s', (code, edits) => {
    expect(codesOf(edited(MESSAGE, edits), { profile })).toEqual([code]);
  });
});
