import { Given, Then, When } from '@cucumber/cucumber';
import {
  expectDeliveredOnce,
  expectEachDeliveredOnce,
  expectInOrder,
  expectNotDelivered,
  expectResent,
} from '../src/session/delivery.js';
import { suffer } from '../src/session/link-trouble.js';
import { sessionOf } from '../src/session/open-session.js';
import * as unusual from '../src/session/unusual.js';
import type { Role } from '../src/session/words.js';

/** A fault of the catalogue on what the system sends: `byte-by-byte`, `missing-end`, `reset-before-ack` ... */
Given('the link from the {system} suffers {string} on the next message', async function (role: Role, fault: string) {
  await suffer(sessionOf(this), role, fault, 'sends');
});

/** A fault of the catalogue on what the system receives, and how it answers: `commit-codes:code=CR`, `ack-content` ... */
Given('the link to the {system} suffers {string} on the next message', async function (role: Role, fault: string) {
  await suffer(sessionOf(this), role, fault, 'receives');
});

/** The same with the messages that the fault itself names: `flapping:on=30s`, `missing-end:on=every 3`. */
Given('the link from the {system} suffers {string}', async function (role: Role, fault: string) {
  await suffer(sessionOf(this), role, fault, 'sends');
});

/** The same on the other side: `intermittent-error:on=every 2`. */
Given('the link to the {system} suffers {string}', async function (role: Role, fault: string) {
  await suffer(sessionOf(this), role, fault, 'receives');
});

/** R04 `late-acknowledgment`: correct, but late. */
Given('the {system} acknowledges the next message only after {duration}', async function (role: Role, delayMs: number) {
  await suffer(sessionOf(this), role, `late-acknowledgment:delay=${delayMs}ms`);
});

/** R03 `never-acknowledge`. */
Given('the {system} does not acknowledge the next message', async function (role: Role) {
  await suffer(sessionOf(this), role, 'never-acknowledge');
});

/** R05 `application-error`: AE. */
Given('the {system} answers the next message with an error', async function (role: Role) {
  await suffer(sessionOf(this), role, 'application-error');
});

/** R06 `application-reject`: AR, as a system does that cannot take it now. */
Given('the {system} rejects the next message for now', async function (role: Role) {
  await suffer(sessionOf(this), role, 'application-reject');
});

/** R15 `reset-after-receipt`: the connection breaks when the message has been read. */
Given('the {system} breaks the connection instead of acknowledging the next message', async function (role: Role) {
  await suffer(sessionOf(this), role, 'reset-after-receipt');
});

/** R08 `wrong-correlation`: MSA-2 names another message. */
Given('the {system} acknowledges the next message under a wrong control id', async function (role: Role) {
  await suffer(sessionOf(this), role, 'wrong-correlation');
});

/** R16 `close-after-ack`. */
Given('the {system} closes the connection after it has acknowledged the next message', async function (role: Role) {
  await suffer(sessionOf(this), role, 'close-after-ack');
});

/** Its port is closed until it can be reached again, or the scenario ends. */
Given('the {system} cannot be reached', async function (role: Role) {
  await sessionOf(this).player(role).shut();
});

/** The port is open again. */
When('the {system} can be reached again', async function (role: Role) {
  await sessionOf(this).player(role).open();
});

/** What it sends next has a connection of its own: what went wrong on the one before is left behind. */
Given('the {system} connects anew', function (role: Role) {
  sessionOf(this).player(role).renew();
});

/** The same bytes, the same control id. */
When('the EHR sends the same message again', async function () {
  await unusual.sendAgain(sessionOf(this));
});

/** Once, although it may have been offered more often. */
Then('the message reaches the {system} exactly once', async function (at: Role) {
  const session = sessionOf(this);
  await expectDeliveredOnce(session, session.lastSent, at);
});

/** The same for several: none lost, none doubled. */
Then('each of the last {int} messages reaches the {system} exactly once', async function (count: number, at: Role) {
  const session = sessionOf(this);
  await expectEachDeliveredOnce(session, session.sentLately(count), at);
});

/** Neither now nor later. */
Then('the message does not reach the {system}', async function (at: Role) {
  const session = sessionOf(this);
  await expectNotDelivered(session, session.lastSent, at);
});

/** At least twice, with the same control id and the same bytes. */
Then('the message is sent to the {system} again unchanged', async function (at: Role) {
  const session = sessionOf(this);
  await expectResent(session, session.lastSent, at);
});

/** None lost, none overtaken. */
Then(
  'the last {int} messages reach the {system} in the order in which they were sent',
  async function (count: number, at: Role) {
    const session = sessionOf(this);
    await expectInOrder(session, session.sentLately(count), at);
  },
);

/** Updates (A31), none of them waiting for the one before. */
When('the EHR sends {int} updates at once', async function (count: number) {
  await unusual.sendManyAtOnce(sessionOf(this), count);
});
