import { controls, FINDING } from '../page-script.js';

/**
 * The page's only script: search, filter, theme, opening what a link points at. It reads and toggles; the page is whole
 * without it.
 */
export function pageScript(): string {
  return `(() => {\n${FINDING}\n${OWN}\n${CONTROLS}\n})();`;
}

const CONTROLS = controls({ onPaper: 'details.scenario, details.message', unfolded: '.scenario:not([hidden])' });

const OWN = `const scenarios = all('.scenario');

const open = (element) => {
  for (let at = element; at; at = at.parentElement) {
    if (at.tagName !== 'DETAILS') continue;
    unfold(at);
    at.open = true;
  }
};

// Where the address points into a fold, that is unfolded, and the browser is told again where it points.
const reveal = (id) => {
  const fold = all('noscript').find((each) => each.textContent.includes(' id="' + id + '"'));
  if (!fold) return undefined;
  unfold(fold.parentElement);
  location.replace(location.href);
  return byId(id);
};

const follow = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && (byId(id) || reveal(id));
  if (!target) return;
  const card = target.closest('.scenario');
  if (card && card.hidden) clear();
  open(target);
  target.scrollIntoView({ block: 'start' });
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
  if (query.length >= 2 && found.length <= 5) for (const card of found) open(card);
  marked = { query, roots: query === '' ? [] : [...found, ...strays] };
  mark(query, marked.roots);
  return { query, found, strays };
};

const words = (scenarioCount, strayCount) =>
  scenarioCount + (scenarioCount === 1 ? ' scenario' : ' scenarios') + (strayCount ? ', ' + strayCount + ' unclaimed' : '');

const firstMessage = (query, cards) => {
  for (const card of cards) {
    unfold(card);
    const message = all('.message', card).find((each) => textOf(each).includes(query));
    if (message) return message;
  }
  return undefined;
};

// Enter goes to the first message that holds the text, or else to the first scenario.
const jump = () => {
  const { query, found, strays } = show();
  const target = (query && firstMessage(query, found)) || strays[0] || found[0];
  if (!target) return;
  open(target);
  target.scrollIntoView({ block: 'start' });
};

// What is unfolded after a search is marked, too; "open all" does it once.
let marked = { query: '', roots: [] };
let isMarking = false;
const markAgain = () => {
  isMarking = false;
  mark(marked.query, marked.roots);
};
addEventListener('toggle', () => {
  if (marked.query === '' || isMarking) return;
  isMarking = true;
  requestAnimationFrame(markAgain);
}, true);

byId('search').addEventListener('input', show);
byId('search').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') jump();
  if (event.key === 'Escape') clear();
});
`;
