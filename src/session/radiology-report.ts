import type { FiledDocument } from '../../simulators/ehr/filed-items.js';
import type { KnownOrder } from './cast.js';
import { reportOf } from './laboratory-filed.js';
import { expectOrderState } from './order-state.js';
import { report } from './radiology.js';
import { recordAt } from './record-at.js';
import { accepted } from './registration.js';
import type { Session } from './session.js';
import { expectShown } from './shown.js';

/** A precondition: the report was signed with this text, and the EHR shows it as final. */
export async function signed(session: Session, order: KnownOrder, text: string): Promise<void> {
  await accepted(session, report(session, order, 'final', text));
  await expectOrderState(session, order, 'final');
}

/** What a part of the report said before it was corrected is kept in its history. */
export function expectEarlierText(session: Session, order: KnownOrder, text: string): Promise<void> {
  const history = () => (reportOf(session, order)?.observations ?? []).flatMap(({ history: former }) => former);
  const earlier = () => history().map(({ values }) => values.join('\n'));
  const actual = () => (earlier().includes(text) ? text : earlier().join('; ') || 'no earlier text');
  return expectShown(session, {
    at: 'ehr',
    what: `the earlier text of "${order.name}"`,
    expected: text,
    actual,
  });
}

/** One authenticated document (TXA-17 AU) of the patient with this text. */
export function expectDocument(session: Session, order: KnownOrder, text: string): Promise<void> {
  const documents = () => recordAt(session, 'ehr', order.guest).documents.map(inWords);
  const actual = () => documents().join('; ') || 'no document';
  return expectShown(session, {
    at: 'ehr',
    what: 'the documents of the patient',
    expected: `current AU: ${text}`,
    actual,
  });
}

function inWords({ standing, completion, text }: FiledDocument): string {
  return `${standing} ${completion}: ${text.join('\n')}`;
}
