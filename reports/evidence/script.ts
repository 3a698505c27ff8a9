/**
 * The page's only script, as text because it runs in the reader's browser: search, filter, theme, opening what a link
 * points at. It reads and toggles; the page is whole without it.
 */
export function pageScript(): string {
  return SCRIPT;
}

const SCRIPT = `(() => {
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const scenarios = all('.scenario');
const index = new Map();
let filter = '';

byId('search').closest('.toolbar').hidden = false;

// Text is gathered at the first search: it costs nothing for who only reads.
const textOf = (element) => {
  if (!index.has(element)) index.set(element, element.textContent.toLowerCase());
  return index.get(element);
};

const open = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
};

const follow = () => {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const card = target.closest('.scenario');
  if (card && card.hidden) clear();
  open(target);
  target.scrollIntoView({ block: 'start' });
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
  const found = scenarios.filter((card) => {
    const hit = (filter === '' || card.dataset.verdict === filter) && (query === '' || textOf(card).includes(query));
    card.hidden = !hit;
    return hit;
  });
  for (const feature of all('.feature')) feature.hidden = !feature.querySelector('.scenario:not([hidden])');
  for (const entry of all('[data-for]')) entry.hidden = byId(entry.dataset.for).hidden;
  const strays = query === '' ? [] : all('#strays .message').filter((message) => textOf(message).includes(query));
  byId('hits').textContent = query === '' && filter === '' ? '' : words(found.length, strays.length);
  if (query.length >= 2 && found.length <= 5) for (const card of found) card.open = true;
  mark(query, query === '' ? [] : [...found, ...strays]);
  return { query, found, strays };
};

const words = (scenarioCount, strayCount) =>
  scenarioCount + (scenarioCount === 1 ? ' scenario' : ' scenarios') + (strayCount ? ', ' + strayCount + ' unclaimed' : '');

const choose = (verdict) => {
  filter = verdict;
  for (const chip of all('[data-filter]')) chip.setAttribute('aria-pressed', String(chip.dataset.filter === verdict));
};

const clear = () => {
  byId('search').value = '';
  choose('');
  show();
};

// Enter goes to the first message that holds the text, or else to the first scenario.
const jump = () => {
  const { query, found, strays } = show();
  const hits = [...found.flatMap((card) => all('.message', card)), ...strays];
  const target = hits.find((message) => query !== '' && textOf(message).includes(query)) || found[0];
  if (!target) return;
  open(target);
  target.scrollIntoView({ block: 'start' });
};

byId('search').addEventListener('input', show);
byId('search').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') jump();
  if (event.key === 'Escape') clear();
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
  for (const each of all('.scenario:not([hidden])')) each.open = opening;
  byId('unfold').textContent = opening ? 'close all' : 'open all';
});

// Browsers that cannot open details by style alone need this on paper.
let closed = [];
addEventListener('beforeprint', () => {
  closed = all('details.scenario, details.message').filter((each) => !each.open);
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of closed) each.open = false;
});

addEventListener('hashchange', follow);
follow();
})();`;
