import { type DataTable, Then } from '@cucumber/cucumber';
import { expectArrival, expectFields } from '../src/session/arrival.js';
import { sessionOf } from '../src/session/open-session.js';
import { expectUnchanged } from '../src/session/unchanged.js';
import type { Role } from '../src/session/words.js';

/** A message of that type reaches the system under our eyes; one that an earlier step spoke of does not count again. */
Then('the {system} receives a(n) {message type}', async function (at: Role, type: string) {
  await expectArrival(sessionOf(this), { at, types: [type], description: `the ${type}` });
});

/** With a table of field paths and texts; `present`, `absent`, `null` and `/pattern/` may stand for a text. */
Then('the {system} receives a(n) {message type} with', async function (at: Role, type: string, table: DataTable) {
  await expectFields(sessionOf(this), at, type, table.raw());
});

/** Byte for byte behind MSH: nothing lost, cut, re-coded or re-ordered on the way. */
Then('the message reaches the {system} unchanged', async function (at: Role) {
  const session = sessionOf(this);
  await expectUnchanged(session, session.lastSent, at);
});
