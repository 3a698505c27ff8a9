/**
 * What the scripts of our pages have in common, as text because it runs in the reader's browser. A page puts `FINDING` first and
 * `controls` last, and brings between them what is its own: `show`, which shows what holds the text in the search field and has the
 * verdict `filter`, and `follow`, which opens what the address points at.
 */
export const FINDING = `'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const texts = new Map();
let filter = '';

// What is folded is one text until it is opened: its markup becomes elements here.
const unfold = (details) => {
  for (const child of [...details.children]) if (child.tagName === 'NOSCRIPT') child.outerHTML = child.textContent;
};
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", rarr: '\u2192' };
const plain = (markup) =>
  markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39|rarr);/g, (_, name) => ENTITIES[name]);
const read = (node) => {
  if (node.nodeName === 'NOSCRIPT') return plain(node.textContent);
  return node.firstElementChild ? [...node.childNodes].map(read).join('') : node.textContent;
};

// Text is gathered at the first search: it costs nothing for who only reads.
const textOf = (element) => {
  if (!texts.has(element)) texts.set(element, read(element).toLowerCase());
  return texts.get(element);
};

const mark = (query, roots) => {
  if (!globalThis.Highlight || !CSS.highlights) return;
  CSS.highlights.delete('search');
  if (query.length < 2) return;
  const ranges = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && ranges.length < 1000; node = walker.nextNode()) {
      if (node.parentNode.nodeName === 'NOSCRIPT') continue;
      const text = node.data.toLowerCase();
      for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + query.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set('search', new Highlight(...ranges));
};

const choose = (verdict) => {
  filter = verdict;
  for (const chip of all('[data-filter]')) chip.setAttribute('aria-pressed', String(chip.dataset.filter === verdict));
};

const clear = () => {
  byId('search').value = '';
  choose('');
  show();
};
`;

/** Keys, chips, theme, and what paper needs: `onPaper` selects what is opened there, `unfolded` what "open all" opens. */
export function controls({ onPaper, unfolded }: { readonly onPaper: string; readonly unfolded: string }): string {
  return `byId('search').closest('.toolbar').hidden = false;

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
  event.preventDefault();
  byId('search').focus();
});
for (const chip of all('[data-filter]')) {
  chip.addEventListener('click', () => {
    choose(chip.dataset.filter);
    show();
  });
}

const dark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};
const label = () => {
  byId('theme').textContent = dark() ? 'light' : 'dark';
};
byId('theme').addEventListener('click', () => {
  document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
  label();
});
label();

byId('unfold').addEventListener('click', () => {
  const opening = byId('unfold').textContent === 'open all';
  for (const each of all('${unfolded}')) {
    if (opening) unfold(each);
    each.open = opening;
  }
  byId('unfold').textContent = opening ? 'close all' : 'open all';
});

// A click comes before the details open, the other ways to open them tell it afterwards.
addEventListener('click', ({ target }) => {
  const summary = target.closest && target.closest('summary');
  if (summary) unfold(summary.parentElement);
}, true);
addEventListener('toggle', ({ target }) => unfold(target), true);

const unfoldAll = () => {
  for (const each of all('details')) unfold(each);
};
matchMedia('print').addEventListener('change', ({ matches }) => matches && unfoldAll());

// Browsers that cannot open details by style alone need this on paper.
let closed = [];
addEventListener('beforeprint', () => {
  unfoldAll();
  closed = all('${onPaper}').filter((each) => !each.open);
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of closed) each.open = false;
});

addEventListener('hashchange', follow);
follow();`;
}
