import { Then } from '@cucumber/cucumber';
import { confirmByEye } from '../src/session/by-eye.js';
import { sessionOf } from '../src/session/open-session.js';

/** Asks at the terminal for verdict, comment and a picture; pending where nobody is there. */
Then('a tester confirms that {}', function (what: string) {
  return confirmByEye(sessionOf(this), what);
});

/** The same, with the words in quotation marks. */
Then('a tester confirms {string} with a screenshot', function (what: string) {
  return confirmByEye(sessionOf(this), what);
});
