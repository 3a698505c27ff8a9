import { Then, When } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';
import { expectAnswer } from '../src/session/order-answer.js';
import { expectNumbers } from '../src/session/order-numbers.js';
import {
  expectHeld,
  expectNotHeld,
  expectOrderState,
  expectPriority,
  expectReason,
} from '../src/session/order-state.js';
import { askAbout, change, replace } from '../src/session/ordering.js';
import type { Asking, OrderState, Priority, Role } from '../src/session/words.js';

/** ORC-1 CA, DC, HD or RL under the order's numbers; the department answers. */
When('the EHR {request} the order', async function (kind: Asking) {
  const session = sessionOf(this);
  await askAbout(session, kind, session.cast.order());
});

/** XO. */
When('the EHR changes the priority of the order to {priority}', async function (priority: Priority) {
  const session = sessionOf(this);
  await change(session, session.cast.order(), { priority });
});

/** RP with RO: the new order becomes "the order". */
When('the EHR replaces the order by {string}', async function (name: string) {
  const session = sessionOf(this);
  await replace(session, session.cast.order(), name);
});

/** ORC-1 of the answer that has reached the EHR, in a message of its own or on the connection. */
Then('the {system} answers {string}', async function (_filler: Role, control: string) {
  const session = sessionOf(this);
  await expectAnswer(session, session.cast.order(), control);
});

/** The same for one of several orders. */
Then(
  'the {system} answers {string} to the order {string}',
  async function (_filler: Role, control: string, name: string) {
    const session = sessionOf(this);
    await expectAnswer(session, session.cast.order(name), control);
  },
);

/** The answer in the form that belongs to the order: ORR to ORM, ORL to OML, ORG to OMG, ORI to OMI. */
Then(
  'the {system} answers {string} by an {message type}',
  async function (_filler: Role, control: string, type: string) {
    const session = sessionOf(this);
    await expectAnswer(session, session.cast.order(), control, [type]);
  },
);

/** What the EHR knows, after all that the department has told. */
Then('the order is shown as {order state}', async function (state: OrderState) {
  const session = sessionOf(this);
  await expectOrderState(session, session.cast.order(), state);
});

/** The same for one of several orders. */
Then('the order {string} is shown as {order state}', async function (name: string, state: OrderState) {
  const session = sessionOf(this);
  await expectOrderState(session, session.cast.order(name), state);
});

/** Why the department has refused or cancelled it, in its own words. */
Then('the reason shown for the order is {string}', async function (reason: string) {
  const session = sessionOf(this);
  expectReason(session, session.cast.order(), reason);
});

/** Any reason: each department has its own words. */
Then('a reason is shown for the order {string}', async function (name: string) {
  const session = sessionOf(this);
  expectReason(session, session.cast.order(name));
});

/** What the department has made of it: after UC the order lives on there too. */
Then('the {system} holds the order as {order state}', async function (_filler: Role, state: OrderState) {
  const session = sessionOf(this);
  await expectHeld(session, session.cast.order(), state);
});

/** Table 0485 in TQ1-9, table 0027 in ORC-7.6 before 2.5. */
Then('the {system} knows the order as {priority}', async function (_filler: Role, priority: Priority) {
  const session = sessionOf(this);
  await expectPriority(session, session.cast.order(), priority);
});

/** No ghost of an order that was refused. */
Then('the {system} holds no order {string}', async function (_filler: Role, name: string) {
  const session = sessionOf(this);
  expectNotHeld(session, session.cast.order(name));
});

/** ORC-2 and OBR-2, ORC-3 and OBR-3, and ORC-4, in every message about the order that the EHR and the department have received. */
Then('the placer and filler order numbers are those of the order', async function () {
  const session = sessionOf(this);
  expectNumbers(session, session.cast.order());
});

/** The same for one of several orders, whose group number they share. */
Then('the placer, filler and group numbers are those of the order {string}', async function (name: string) {
  const session = sessionOf(this);
  expectNumbers(session, session.cast.order(name));
});
