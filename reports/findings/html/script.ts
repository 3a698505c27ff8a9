import { controls, FINDING } from '../../page-script.js';

const CONTROLS = controls({ onPaper: 'details', unfolded: '.scenario:not([hidden]), .more' });

const OWN = `const cards = all('.scenario');
if (!byId('search')) return;

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
`;

/** The page's only script: search, filter, theme, opening what a link points at. The page is whole without it. */
export const SCRIPT = `(() => {\n${FINDING}\n${OWN}\n${CONTROLS}\n})();`;
