import { describe, expect, it } from 'vitest';
import { readOverlay } from './read-overlay.js';

const overlay = (...entries: readonly string[]): string =>
  `overlay:\n${entries.map((one) => `  - ${one}`).join('\n')}\n`;

function defects(text: string): readonly string[] {
  const result = readOverlay(text, 'o.yaml');
  if (result.kind === 'overlay') return [];
  return result.defects.map(({ place, message, remedy }) => `${place.line}:${place.column} ${message} / ${remedy}`);
}

describe('an overlay', () => {
  it('is read with its conditions', () => {
    const text = overlay(
      '{ code: length-too-long, path: OBX-5, severity: off, reason: agreed }',
      '{ category: Usage, profile: p1, severity: error, reason: strict here }',
      '{ rule: "REQ-*", severity: Validation Notes, reason: known }',
    );
    expect(readOverlay(text, 'o.yaml')).toEqual({
      kind: 'overlay',
      rules: [
        { code: /^length-too-long$/s, path: expect.any(RegExp), to: 'off', reason: 'agreed' },
        { category: 'Usage', profile: 'p1', to: 'Error', reason: 'strict here' },
        { rule: /^REQ-.*$/s, to: 'Validation Notes', reason: 'known' },
      ],
    });
  });

  it('may be JSON, and may be empty', () => {
    expect(defects('{"overlay": [{"code": "usage-*", "severity": "Warning", "reason": "r"}]}')).toEqual([]);
    expect(defects('overlay: []')).toEqual([]);
  });
});

describe('all mistakes of an overlay are told, with their places', () => {
  it.each([
    [
      'an unknown code',
      '{ code: usage-requird, severity: off, reason: r }',
      /^2:\d+ overlay 1 code: no finding has the code "usage-requird" \/ did you mean usage-required\?/,
    ],
    ['no pattern of paths', '{ path: PID.3, severity: off, reason: r }', /no pattern of paths/],
    ['no severity', '{ code: usage-required, reason: r }', /"severity" is missing/],
    [
      'an unknown severity',
      '{ code: usage-required, severity: fatal, reason: r }',
      /"fatal" is no severity \/ use one of Error/,
    ],
    ['no reason', '{ code: usage-required, severity: off }', /"reason" is missing/],
    ['a blank reason', '{ code: usage-required, severity: off, reason: " " }', /this is empty/],
    ['no condition', '{ severity: off, reason: r }', /this entry is for every finding \/ state at least one of code/],
    ['an unknown key', '{ cod: usage-required, severity: off, reason: r }', /unknown key "cod" \/ did you mean "code"/],
  ])('%s', (_, entry, expected) => {
    expect(defects(overlay(entry))).toContainEqual(expect.stringMatching(expected));
  });

  it('of several entries at once', () => {
    expect(
      defects(overlay('{ code: x, severity: off, reason: r }', '{ path: "-", severity: off, reason: r }')),
    ).toHaveLength(2);
  });

  it.each([
    ['no list', 'rules: []'],
    ['no YAML', 'overlay: ['],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(defects(text)).not.toEqual([]);
  });
});
