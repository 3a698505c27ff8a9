import { After, Before, setDefaultTimeout } from '@cucumber/cucumber';
import { openSession, sessionOf } from '../src/session/open-session.js';

// Expectations bring their own deadlines, scaled; cucumber's must never be the one that ends a step.
setDefaultTimeout(-1);

Before({ name: 'open the session' }, function (scenario) {
  openSession(this, scenario.testCaseStartedId);
});

After({ name: 'close the session' }, async function () {
  await sessionOf(this).close();
});
