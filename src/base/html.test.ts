import { describe, expect, it } from 'vitest';
import { escapeHtml, html, trusted, when } from './html.js';

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
