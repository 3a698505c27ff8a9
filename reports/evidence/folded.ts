import { type Html, html } from '../../src/base/html.js';

/**
 * The inside of a `<details>` that is closed at first: to a browser with script it is one text until the page's script unfolds it,
 * so that ten thousand messages open at once; to one without it is there as it stands. Folds must not hold folds.
 */
export function folded(isOpen: boolean, content: Html): Html {
  return isOpen ? content : html`<noscript>${content}</noscript>`;
}
