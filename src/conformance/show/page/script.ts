/**
 * Search and folding; the page can be read without it. What is searched is in `data-find`: names, types, sets and rules in small
 * letters. A part that is found is shown with all that is around it.
 */
export const PAGE_SCRIPT = `
'use strict';
(() => {
  const search = document.getElementById('search');
  const special = document.getElementById('special');
  const hits = document.getElementById('hits');
  const parts = [...document.querySelectorAll('[data-find]')];
  const cards = [...document.querySelectorAll('main .card')];
  const openAtFirst = new Map([...document.querySelectorAll('main details')].map((one) => [one, one.open]));
  const text = new Map(parts.map((part) => [part, part.dataset.find]));

  function show() {
    const wanted = search.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
    const only = special.checked;
    const isOpen = wanted.length > 0 || only;
    const found = new Set();
    const kept = new Set();
    for (const part of parts) {
      const isFound = wanted.every((word) => text.get(part).includes(word)) && (!only || part.dataset.special === '1');
      if (!isFound) continue;
      found.add(part);
      for (let up = part; up && up.tagName !== 'MAIN'; up = up.parentElement) kept.add(up);
    }
    for (const part of parts) part.hidden = isOpen && !kept.has(part) && !(wanted.length > 0 && inside(part, found));
    for (const card of cards) card.hidden = isOpen && !kept.has(card);
    for (const [one, before] of openAtFirst) one.open = isOpen ? kept.has(one) && !isOnlyFound(one, found, kept) : before;
    hits.textContent = isOpen ? found.size + (found.size === 1 ? ' place' : ' places') : '';
  }

  // What lies inside something found may be looked at.
  function inside(part, found) {
    for (let up = part.parentElement; up && up.tagName !== 'MAIN'; up = up.parentElement) if (found.has(up)) return true;
    return false;
  }

  // A part that is found itself, and nothing in it, stays folded.
  function isOnlyFound(one, found, kept) {
    const part = one.parentElement;
    return found.has(part) && ![...one.querySelectorAll('[data-find]')].some((inner) => kept.has(inner));
  }

  function foldAll(open) {
    for (const card of cards) card.open = open;
  }

  function openTarget() {
    const target = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let up = target; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    if (target) target.scrollIntoView();
  }

  let waiting = 0;
  search.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(show); });
  search.addEventListener('keydown', (event) => { if (event.key === 'Escape') { search.value = ''; show(); } });
  special.addEventListener('change', show);
  document.getElementById('open').addEventListener('click', () => foldAll(true));
  document.getElementById('close').addEventListener('click', () => foldAll(false));
  addEventListener('hashchange', openTarget);
  addEventListener('beforeprint', () => foldAll(true));
  openTarget();
})();`;
