import { describe, expect, it } from 'vitest';
import { palette } from '../evidence/palette.js';
import { CHART_COLOURS } from './chart-colours.js';

const card = /color-scheme:(?:light|dark);[^}]*--card:(#\w+)/g;
const [light = '', dark = ''] = [...palette().matchAll(card)].map(([, colour = '']) => colour);

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('the colours of charts', () => {
  const lines = Object.entries(CHART_COLOURS).filter(([name]) => name !== 'chart-grid');

  it.each(lines)('%s can be seen on light and dark cards', (_name, [onLight, onDark]) => {
    expect(contrast(onLight, light)).toBeGreaterThanOrEqual(3);
    expect(contrast(onDark, dark)).toBeGreaterThanOrEqual(3);
  });
});
