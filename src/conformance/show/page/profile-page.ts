import { type Content, type Html, html, trusted, when } from '../../../base/html.js';
import type { Profile } from '../../model/profile.js';
import type { ValueSet } from '../../model/value-set.js';
import { viewMessages, viewSegments } from '../../view/profile-view.js';
import { messageSection } from './message-section.js';
import { PAGE_SCRIPT } from './script.js';
import { segmentSection } from './segment-section.js';
import { pageStyle } from './style.js';
import { valueSetSection } from './value-set-section.js';
import { usageBadge } from './words.js';

/** Nothing is loaded from anywhere, and nothing runs but the page's own script. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** A profile as one HTML file that an analyst can read, search and print; it loads nothing. */
export function profilePage(profile: Profile): string {
  const messages = viewMessages(profile);
  const segments = viewSegments(profile);
  const sets = boundSets(profile);
  const known = new Set(sets.map(({ id }) => id));
  const page = html`<!doctype html>
<html lang=en><head><meta charset=utf-8><meta http-equiv=Content-Security-Policy content="${POLICY}"><meta name=viewport content="width=device-width,initial-scale=1"><title>${profile.name}</title><style>${trusted(pageStyle())}</style></head><body>
${head(profile)}
<nav><div class=inner><input type=search id=search placeholder="Search: PID-3, sex, HL70001, REQ-..." aria-label=Search><span id=hits aria-live=polite></span><label class=check><input type=checkbox id=special> only what is demanded</label><a href="#messages">Messages</a><a href="#segments">Segments</a><a href="#sets">Value sets</a><button id=open>unfold</button><button id=close>fold</button></div></nav>
<main>
<h2 id=messages>${messages.length === 1 ? 'The message' : `${messages.length} messages`}</h2>${messages.map(messageSection)}
<h2 id=segments>${segments.length} segments</h2>${legend()}${segments.map((segment) => segmentSection(segment, known))}
<h2 id=sets>${sets.length} value sets</h2>${sets.map((set) => valueSetSection(set, profile.valueSets.excluded.has(set.id)))}
</main><script>${trusted(PAGE_SCRIPT)}</script></body></html>
`;
  return page.markup;
}

/** The sets that elements are bound to, in the order of their ids. */
function boundSets({ rules, valueSets }: Profile): readonly ValueSet[] {
  const ids = new Set(rules.bindings.flatMap(({ rule }) => rule.sets));
  return [...ids].sort().flatMap((id) => valueSets.sets.get(id) ?? []);
}

const ACKNOWLEDGMENTS = { AL: 'always', NE: 'never', SU: 'on success', ER: 'on error' } as const;

function head(profile: Profile): Html {
  const { id, name, version, date, organization, hl7Version, identifiers, description, acknowledgment } = profile;
  const { accept, application } = acknowledgment ?? {};
  return html`<header><div class=inner><h1>${name}</h1><ul class=facts>${fact('id', id)}${fact('version', version)}${fact('date', date)}${fact('by', organization)}${fact('HL7', hl7Version)}${fact('MSH-21', identifiers.join(', '))}${fact('accept acknowledgment', accept && ACKNOWLEDGMENTS[accept])}${fact('application acknowledgment', application && ACKNOWLEDGMENTS[application])}</ul>${when(Boolean(description), () => html`<p class=words>${description}</p>`)}</div></header>`;
}

function fact(name: string, value: string | undefined): Content {
  return when(Boolean(value), () => html`<li>${name} <b>${value}</b></li>`);
}

function legend(): Html {
  const usages = ['R', 'RE', 'C', 'O', 'X'].map((usage) => html`<span>${usageBadge(usage)} ${LEGEND[usage]}</span>`);
  return html`<p class=legend>${usages}<span>length: of the value, in characters</span></p>`;
}

const LEGEND: Readonly<Record<string, string>> = {
  R: 'required',
  RE: 'required if known',
  C: 'by its condition: C(R/X) is required if so, else not allowed',
  O: 'optional',
  X: 'not allowed',
};
