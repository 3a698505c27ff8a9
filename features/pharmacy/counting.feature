@pharmacy @REQ-PHA-024
Feature: Doses that come twice, are corrected, or belong to nothing
  One dose counts once; a correction changes the dose that it names; what nobody prescribed is refused.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^223^A"
    And an active order "Paracetamol 500 mg" by mouth every 6 hours

  Scenario: A dose that is sent again counts once
    When the nurse gives the dose
    And the EHR sends the same message again
    Then the message is acknowledged as accepted
    And the message reaches the pharmacy exactly once
    And 1 administration is counted

  Scenario: A dose whose acknowledgment got lost counts once
    Given the acknowledgment of the next dose gets lost
    When the nurse gives the dose
    Then the message is acknowledged as accepted
    And the message reaches the pharmacy exactly once
    And 1 administration is counted

  Scenario: A dose that is entered twice is refused the second time
    Given the nurse has given the dose
    When the nurse records the same dose once more
    Then the message is acknowledged as in error with error 205 at RXA-2
    And 1 administration is counted

  Scenario: A corrected amount replaces the first one
    Given the nurse has given the dose
    When the nurse corrects the dose to 500 mg
    Then the message is acknowledged as accepted
    And the pharmacy receives an RAS^O17 with
      | RXA-2  | 1   |
      | RXA-6  | 500 |
      | RXA-21 | U   |
    And 1 administration is counted
    And the amount counted for the dose is 500 mg

  Scenario: A dose that was recorded by mistake is taken back
    Given the nurse has given the dose
    When the nurse takes the record of the dose back
    Then the message is acknowledged as accepted
    And the pharmacy receives an RAS^O17 with
      | RXA-2  | 1 |
      | RXA-21 | D |
    And no administration is counted

  Scenario: A correction of a dose that was never recorded is refused
    When the nurse corrects a dose that was never recorded
    Then the message is acknowledged as in error with error 204 at RXA-2
    And the message does not reach the pharmacy

  Scenario: A dose that nobody has prescribed is refused
    When the nurse records a dose of "Metformin 500 mg" that nobody has prescribed
    Then the message is acknowledged as in error with error 204 at ORC-2
    And the message does not reach the pharmacy
    And no administration is counted
