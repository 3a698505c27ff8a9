import { type Content, html } from '../../src/base/html.js';

/** Text in which exchange ids (`x85`) lead to their messages; `isExchange` tells which ids there are. */
export function withReferences(text: string, isExchange: (id: string) => boolean): Content {
  return text.split(/\b(x\d+)\b/).map((part) => (isExchange(part) ? html`<a href="#${part}">${part}</a>` : part));
}
