import { Then } from '@cucumber/cucumber';
import * as conformity from '../src/session/conformity.js';
import { sessionOf } from '../src/session/open-session.js';
import type { Role } from '../src/session/words.js';

/** By the conformance profile of that id, whatever the configuration assigns to the link. */
Then(
  'the {system} receives a(n) {message type} that conforms to profile {string}',
  async function (at: Role, type: string, profile: string) {
    await conformity.expectConformity(sessionOf(this), at, type, profile);
  },
);

/** By the profiles that the configuration assigns to the link, or the base standard. */
Then('the {system} receives a(n) {message type} that has no error', async function (at: Role, type: string) {
  await conformity.expectNoError(sessionOf(this), at, type);
});

/** The validation finds what the scenario has provoked: the code of the finding and where it is (`pipehat validate --codes`). */
Then(
  'the {system} receives a(n) {message type} whose validation reports {finding code} at {place}',
  async function (at: Role, type: string, code: string, path: string) {
    await conformity.expectReport(sessionOf(this), at, type, code, path);
  },
);

/** The message that a step of the scenario made a system send last. */
Then('the message conforms to profile {string}', function (profile: string) {
  conformity.expectSentConformity(sessionOf(this), profile);
});

/** The reply to that message. */
Then('its acknowledgment conforms to profile {string}', async function (profile: string) {
  await conformity.expectReplyConformity(sessionOf(this), profile);
});
