/** A scenario of the vocabulary and one step of the project's own, both explained where they stand. */
export const FIRST_FEATURE = `# "npx pipehat steps" lists everything that a scenario can say.
@REQ-ADT-001
Feature: An admission reaches the laboratory

  Scenario: The laboratory learns of an admitted patient
    Given a synthetic adult patient with an assigned record number
    When the EHR admits the patient to "ICU^101^A"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A01 with
      | PID-3.1 | present |
      | PV1-2   | I       |
      | PV1-3.1 | ICU     |
    And the message names the ward "ICU"
`;

export const OWN_STEPS = `import assert from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import { sessionOf } from 'pipehat/steps';

/** PV1-3 of the last message that a scenario has sent. */
Then('the message names the ward {string}', function (ward: string) {
  const { message } = sessionOf(this).lastSent;
  assert.equal(message?.get('PV1-3.1'), ward);
});
`;
