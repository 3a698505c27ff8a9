import { describe, expect, it } from 'vitest';
import type { Profile } from '../model/profile.js';
import { ADMISSION, codesOf, edited, judged } from '../testdata/base-judged.js';

const site = (base: Profile): Profile => ({ ...base, form: 'yaml', identifiers: ['ADT_IN', 'OTHER^HOSP'] });

describe('a header that is right for the profile', () => {
  it.each([
    ['as it is', {}],
    ['without a structure', { 'ADT^A01^ADT_A01': 'ADT^A01' }],
    ['with the profile in MSH-21', { '|2.5.1': '|2.5.1|||||||||ADT_IN' }],
    ['with the profile among others', { '|2.5.1': '|2.5.1|||||||||X^Y~OTHER^HOSP' }],
    ['with components behind the version', { '|2.5.1': '|2.5.1^DEU' }],
  ])('%s', (_, edits) => {
    expect(codesOf(edited(ADMISSION, edits), { profile: site })).toEqual([]);
  });
});

describe('what is wrong', () => {
  it.each([
    ['message-code-mismatch', { 'ADT^A01^ADT_A01': 'ADX^A01^ADT_A01' }, 'MSH[1]-9[1].1', 'ADT', 'ADX'],
    ['message-event-mismatch', { 'ADT^A01^ADT_A01': 'ADT^A04^ADT_A01' }, 'MSH[1]-9[1].2', 'A01', 'A04'],
    ['message-structure-mismatch', { 'ADT^A01^ADT_A01': 'ADT^A01^ADT_A04' }, 'MSH[1]-9[1].3', 'ADT_A01', 'ADT_A04'],
    ['version-mismatch', { '|2.5.1': '|2.4' }, 'MSH[1]-12[1].1', '2.5.1', '2.4'],
    ['profile-identifier-mismatch', { '|2.5.1': '|2.5.1|||||||||X^Y' }, 'MSH[1]-21[1]', 'ADT_IN, OTHER^HOSP', 'X^Y'],
  ])('%s', (code, edits, path, expected, actual) => {
    expect(judged(edited(ADMISSION, edits), { profile: site })).toEqual([
      expect.objectContaining({ code, path, expected, actual }),
    ]);
  });

  it('has the column of the very component', () => {
    const [finding] = judged(edited(ADMISSION, { '^ADT_A01': '^ADT_A04' }), { profile: site });
    expect(finding?.column).toBe('MSH|^~\\&|EHR|PHGH|ENGINE|PHGH|20250101080000+0000||ADT^A01^'.length + 1);
  });

  it('is only a warning where a tool may have written the version of the standard below', () => {
    const bundle = (base: Profile): Profile => ({ ...base, form: 'igamt' });
    expect(judged(edited(ADMISSION, { '|2.5.1': '|2.5' }), { profile: bundle })).toEqual([
      expect.objectContaining({ code: 'version-mismatch', classification: 'Warning' }),
    ]);
  });

  it('is another code where the base standard stands in for a version that we lack', () => {
    expect(codesOf(edited(ADMISSION, { '|2.5.1': '|2.5.2' }))).toEqual(['version-unsupported']);
  });
});
