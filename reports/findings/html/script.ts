/**
 * The page's only script, as text because it runs in the reader's browser: search, filter, theme, opening what a link points at. The page
 * is whole without it.
 */
export const SCRIPT = `(() => {
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const cards = all('.scenario');
const texts = new Map();
let filter = '';
if (!byId('search')) return;
byId('search').closest('.toolbar').hidden = false;

// Text is gathered at the first search: it costs nothing for who only reads.
const textOf = (element) => {
  if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
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

const show = () => {
  const query = byId('search').value.trim().toLowerCase();
  const found = cards.filter((card) => {
    const hit = (filter === '' || card.dataset.verdict === filter) && (query === '' || textOf(card).includes(query));
    card.hidden = !hit;
    return hit;
  });
  const rows = all('.kinds tbody tr').filter((row) => {
    row.hidden = query !== '' && !textOf(row).includes(query);
    return !row.hidden;
  });
  for (const entry of all('[data-for]')) entry.hidden = byId(entry.dataset.for).hidden;
  byId('hits').textContent = query === '' && filter === '' ? '' : found.length + (found.length === 1 ? ' message' : ' messages');
  if (query.length >= 2 && found.length <= 5) for (const card of found) card.open = true;
  mark(query, query === '' ? [] : [...rows, ...found]);
  return found;
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

const open = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  element.scrollIntoView({ block: 'start' });
};

const follow = () => {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.hidden) clear();
  open(target);
};

byId('search').addEventListener('input', show);
byId('search').addEventListener('keydown', (event) => {
  if (event.key === 'Escape') clear();
  if (event.key !== 'Enter') return;
  const [first] = show();
  if (first) open(first);
});
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
  for (const each of all('.scenario:not([hidden]), .more')) each.open = opening;
  byId('unfold').textContent = opening ? 'close all' : 'open all';
});

// Browsers that cannot open details by style alone need this on paper.
let closed = [];
addEventListener('beforeprint', () => {
  closed = all('details').filter((each) => !each.open);
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of closed) each.open = false;
});

addEventListener('hashchange', follow);
follow();
})();`;
