import { describe, expect, it } from 'vitest';
import { chartLibrary } from './chart-library.js';

describe('the chart library', () => {
  it('is what is installed, with its licence', () => {
    const { script, style, licence } = chartLibrary();
    expect(script).toContain('var uPlot=');
    expect(style).toContain('.u-legend');
    expect(licence).toContain('Permission is hereby granted');
  });
});
