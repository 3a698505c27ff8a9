import { type Html, html, when } from '../../src/base/html.js';
import type { ConfirmationEvidence } from '../../src/evidence/journal-entry.js';
import { dateTime } from '../times.js';
import { pictureView } from './picture-view.js';

const WORDS = { confirmed: 'confirmed', rejected: 'rejected', pending: 'nobody has looked yet' } as const;
const TONES = { confirmed: 'good', rejected: 'bad', pending: 'warn' } as const;

/** What a person was asked, said and photographed. */
export function confirmationView(confirmation: ConfirmationEvidence): Html {
  const { question, verdict, comment, tester, at, picture } = confirmation;
  return html`<div class="note ${TONES[verdict]} confirmation"><p><b>By eye: ${WORDS[verdict]}</b></p><p>${question}</p>${when(
    comment !== undefined,
    () => html`<blockquote>${comment}</blockquote>`,
  )}${when(tester !== undefined || at !== undefined, () => html`<p class=dim>${[tester, at && dateTime(at)].filter(Boolean).join(', ')}</p>`)}${
    picture === undefined ? undefined : pictureView(picture, `Picture taken for: ${question}`)
  }</div>`;
}
