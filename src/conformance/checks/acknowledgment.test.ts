import { describe, expect, it } from 'vitest';
import type { Profile } from '../model/profile.js';
import { ADMISSION, codesOf, edited, type Judging, judged, REFUSAL } from '../testdata/base-judged.js';

const ACK: Judging = { structure: 'ACK', type: 'ACK' };
const ACK_23: Judging = { ...ACK, version: '2.3' };
/** As 2.3 writes it. */
const OLD = ['MSH|^~\\&|ENGINE|PHGH|EHR|PHGH|20250101080001||ACK|R1|T|2.3', 'MSA|AE|M1', 'ERR|PID^1^3^204&Unknown key'];

describe('an acknowledgment that is right', () => {
  it.each([
    ['refused with a reason', {}],
    ['accepted', { 'MSA|AE': 'MSA|AA', 'HL70357|E': 'HL70357|W' }],
    ['accepted in enhanced mode', { 'MSA|AE': 'MSA|CA', 'HL70357|E': 'HL70357|I' }],
    ['with a code of its own', { '204^Unknown key identifier^HL70357': 'Z17^Ours^L' }],
    ['with several places', { 'PID^1^3^1^4': 'PID^1^3^1^4~PV1^1' }],
    ['without a place', { 'PID^1^3^1^4': '' }],
  ])('%s', (_, edits) => {
    expect(codesOf(edited(REFUSAL, edits), ACK)).toEqual([]);
  });

  it('of 2.3', () => {
    expect(codesOf(OLD, ACK_23)).toEqual([]);
  });
});

describe('what is wrong with one', () => {
  it.each([
    ['acknowledgment-code-unknown', { 'MSA|AE': 'MSA|OK' }],
    ['error-location-unreadable', { 'PID^1^3^1^4': 'Pid^1^3' }],
    ['error-location-unreadable', { 'PID^1^3^1^4': 'PID^0^3' }],
    ['error-code-unknown', { '204^Unknown key identifier': '999^Whatever' }],
    ['error-severity-unknown', { 'HL70357|E': 'HL70357|X' }],
    ['acknowledgment-error-contradiction', { 'MSA|AE': 'MSA|AA' }],
    ['error-form-of-other-version', { 'ERR||PID^1^3^1^4|204^Unknown key identifier^HL70357|E': 'ERR|PID^1^3^204' }],
  ])('%s', (code, edits) => {
    expect(codesOf(edited(REFUSAL, edits), ACK)).toContain(code);
    const own = codesOf(edited(REFUSAL, edits), ACK).filter((one) => /^(acknowledgment|error)-/.test(one));
    expect(own).toEqual([code]);
  });

  it('acknowledgment-error-missing is a warning', () => {
    expect(judged(REFUSAL.slice(0, 2), ACK)).toEqual([
      expect.objectContaining({ code: 'acknowledgment-error-missing', classification: 'Warning', path: 'MSA[1]' }),
    ]);
  });

  it.each([
    ['error-form-of-other-version', { 'ERR|PID^1^3^204&Unknown key': 'ERR||PID^1^3|204|E' }],
    ['error-location-unreadable', { 'PID^1^3': 'the name' }],
    ['error-code-unknown', { '204&': '999&' }],
  ])('%s, in 2.3', (code, edits) => {
    expect(codesOf(edited(OLD, edits), ACK_23)).toContain(code);
  });

  it('acknowledgment-code-too-new: enhanced mode came with 2.2', () => {
    const ancient = ['MSH|^~\\&|ENGINE|PHGH|EHR|PHGH|20250101080001||ACK|R1|T|2.1', 'MSA|CA|M1'];
    expect(codesOf(ancient, { ...ACK, version: '2.1' })).toContain('acknowledgment-code-too-new');
    expect(codesOf(edited(ancient, { 'MSA|CA': 'MSA|AA' }), { ...ACK, version: '2.1' })).toEqual([]);
  });
});

describe('what a message asks for in MSH-15 and MSH-16', () => {
  const enhanced = (base: Profile): Profile => ({ ...base, acknowledgment: { accept: 'AL', application: 'NE' } });
  const original = (base: Profile): Profile => ({ ...base, acknowledgment: { accept: 'NE', application: 'AL' } });
  const asking = (accept: string, application: string): readonly string[] =>
    edited(ADMISSION, { '|2.5.1': `|2.5.1|||${accept}|${application}` });

  it.each([
    ['as the profile foresees', asking('AL', 'NE'), enhanced],
    ['nothing, which is original mode', ADMISSION, original],
  ])('%s', (_, message, profile) => {
    expect(codesOf(message, { profile })).toEqual([]);
  });

  it.each([
    ['another accept acknowledgment', asking('ER', 'NE'), enhanced, ['MSH[1]-15[1]']],
    ['another application acknowledgment', asking('AL', 'AL'), enhanced, ['MSH[1]-16[1]']],
    ['nothing, where the profile wants enhanced mode', ADMISSION, enhanced, ['MSH[1]-15[1]', 'MSH[1]-16[1]']],
  ])('%s', (_, message, profile, paths) => {
    const findings = judged(message, { profile });
    expect(findings.map(({ code }) => code)).toEqual(paths.map(() => 'acknowledgment-condition-mismatch'));
    expect(findings.map(({ path }) => path)).toEqual(paths);
  });
});
