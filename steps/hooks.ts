import { After, Before, setDefaultTimeout } from '@cucumber/cucumber';
import { certifies } from '../src/session/certification.js';
import { openSession, sessionOf } from '../src/session/open-session.js';

// Expectations bring their own deadlines, scaled; cucumber's must never be the one that ends a step.
setDefaultTimeout(-1);

Before({ name: 'open the session' }, function (scenario) {
  openSession(this, scenario.testCaseStartedId);
});

/** A scenario that certifies a role says nothing about a system in another. */
for (const role of ['ehr', 'lis', 'ris', 'pharmacy'] as const) {
  Before({ name: `the system under test is the ${role}`, tags: `@certification-${role}` }, function () {
    certifies(sessionOf(this), role);
  });
}

After({ name: 'close the session' }, async function () {
  await sessionOf(this).close();
});
