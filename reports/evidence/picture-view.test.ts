import { describe, expect, it } from 'vitest';
import { pictureView } from './picture-view.js';

describe('pictureView', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]).toString('base64');

  it('shows what begins like a picture', () => {
    expect(pictureView(png, 'A "screen"')?.markup).toContain(
      '<img alt="A &quot;screen&quot;" src="data:image/png;base64,',
    );
  });

  it.each(['', 'PHN2Zz4=', `${png}" onerror="x`, Buffer.from('<svg onload=x>').toString('base64')])(
    'refuses %j',
    (body) => expect(pictureView(body, 'x')).toBeUndefined(),
  );
});
