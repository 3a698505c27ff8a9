import { describe, expect, it } from 'vitest';
import { visibleBytes } from './bytes-view.js';
import { escapeHtml, html, trusted, when } from './html.js';
import { pictureView } from './picture-view.js';

describe('html', () => {
  it('escapes every value that is not markup already', () => {
    expect(html`<p title="${'"><script>'}">${['<', trusted('<br>'), 1, undefined]}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;<br>1</p>',
    );
  });

  it('leaves out what is not wanted', () => {
    expect(html`${when(false, () => 'a')}${when(true, () => 'b')}`.markup).toBe('b');
  });

  it('shows control characters, and takes the power from those that turn text around', () => {
    expect(escapeHtml('a\u0000b\u000bc\rd\ne')).toBe('a\\x00b\\x0Bc\\x0Dd\ne');
    expect(escapeHtml('\u202etxt.exe\u0085')).toBe('\ufffdtxt.exe\ufffd');
    expect(escapeHtml('\ud800 \udc00 \ud83d\ude00')).toBe('\ufffd \ufffd \ud83d\ude00');
  });
});

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
