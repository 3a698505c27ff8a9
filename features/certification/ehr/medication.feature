@certification @certification-ehr @REQ-CERT-EHR-004
Feature: The EHR records doses
  The pharmacy learns which dose of which prescription was given, when and by whom.

  Scenario: A verified prescription is acknowledged, and a dose of it is told
    Given the EHR under test admits a patient
    And the EHR under test prescribes a medicine
    When the pharmacy verifies the prescription
    Then the message is acknowledged as accepted
    When the EHR under test records a dose
    Then the message from the system under test has
      | ORC-2.1 | present |
      | ORC-3.1 | present |
      | RXA-2   | present |
      | RXA-3   | present |
      | RXA-5.1 | present |
      | RXA-6   | present |
      | RXA-18  | absent  |
      | RXA-20  | CP      |
      | RXA-21  | A       |
    And the visit is that of the admission

  Scenario: A dispense is acknowledged
    Given the EHR under test admits a patient
    And the EHR under test prescribes a medicine
    When the pharmacy verifies the prescription
    And the pharmacy dispenses the medicine
    Then the message is acknowledged as accepted
    And the last 2 acknowledgments are well formed, each with an id of its own
