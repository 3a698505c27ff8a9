import { type Html, html } from '../../src/base/html.js';

/** First characters in base64 of what may be shown: PNG, JPEG, GIF. What a file says of itself is not trusted. */
const KINDS: Readonly<Record<string, string>> = { iVBORw0KGgo: 'image/png', '/9j/': 'image/jpeg', R0lGOD: 'image/gif' };

/** A picture inside the page; undefined where the base64 is no picture. */
export function pictureView(base64: string, title: string): Html | undefined {
  const kind = Object.keys(KINDS).find((start) => base64.startsWith(start));
  if (kind === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  return html`<figure class=picture><img alt="${title}" src="data:${KINDS[kind]};base64,${base64}"><figcaption>${title}</figcaption></figure>`;
}
