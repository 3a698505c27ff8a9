import { describe, expect, it } from 'vitest';
import { palette } from './palette.js';

/** The colours of the light and of the dark page, read from the style itself. */
const shades = [...palette().matchAll(/color-scheme:(?:light|dark);([^}]*)\}/g)].map(
  ([, text = '']) => new Map(text.split(';').map((pair) => pair.slice(2).split(':') as [string, string])),
);

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TINTED = ['good', 'bad', 'warn', 'info', 'untestable', 'harness'];
const TEXTS = ['ink', 'dim', 'accent', 'segment', 'identifier', 'person', 'time', 'status', ...TINTED];

describe.each([
  ['light', shades[0]],
  ['dark', shades[1]],
])('the %s colours', (_name, shade) => {
  const colour = (name: string): string => shade?.get(name) ?? '';

  it.each(TEXTS)('%s can be read on every plain ground', (text) => {
    for (const ground of ['bg', 'card', 'sunk'])
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TINTED)('%s, ink and dim can be read on its tint', (tone) => {
    for (const text of [tone, 'ink', 'dim']) {
      expect(contrast(colour(text), colour(`${tone}-tint`))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows separators, which are read as shapes, at 3 to 1', () => {
    expect(contrast(colour('separator'), colour('card'))).toBeGreaterThanOrEqual(3);
  });
});
