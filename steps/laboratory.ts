import { Given, When } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';
import { placeOrder } from '../src/session/ordering.js';
import { accepted } from '../src/session/registration.js';

/** ORM^O01 NW; any name that a ward uses: `CBC`, `Potassium`, `Blood culture`. */
When('the EHR places the laboratory order {string}', async function (name: string) {
  await placeOrder(sessionOf(this), 'laboratory', name);
});

/** The same for somebody else than the patient. */
When('the EHR places the laboratory order {string} for the {string}', async function (name: string, who: string) {
  await placeOrder(sessionOf(this), 'laboratory', name, { who });
});

/** ORM^O01 NW that has been accepted. */
Given('the EHR has placed the laboratory order {string}', async function (name: string) {
  const session = sessionOf(this);
  await accepted(session, placeOrder(session, 'laboratory', name));
});
