import { describe, expect, it } from 'vitest';
import { visibleBytes } from './bytes-view.js';

describe('visibleBytes', () => {
  it.each([
    [Buffer.from('MSH|\rPID|\r\nX\n'), 'MSH|<CR>\nPID|<CR><LF>\nX<LF>\n'],
    [Buffer.from([0x0b, 0x41, 0x1c, 0x0d]), '<VT>A<FS><CR>\n'],
    [Buffer.from('Müller'), 'Müller'],
    [Buffer.from('Müller', 'latin1'), 'M\\xFCller'],
    [Buffer.alloc(0), ''],
  ])('%s', (bytes, text) => expect(visibleBytes(bytes)).toBe(text));

  it('cuts what is too long and says by how much', () => {
    expect(visibleBytes(Buffer.alloc(30_000, 'A'))).toMatch(/^A{20000}\n\u2026 \(10,000 bytes more in the journal\)$/);
  });
});
