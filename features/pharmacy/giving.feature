@pharmacy @REQ-PHA-028
Feature: Giving a medicine
  What the patient took is counted, and what the patient did not take is known with its reason.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^222^A"
    And an active order "Paracetamol 500 mg" by mouth every 6 hours

  Scenario: A dose goes the whole way from the shelf to the patient
    Given the pharmacy has dispensed the medicine
    When the nurse gives the dose
    Then the message is acknowledged as accepted
    And the pharmacy is told the dose was given
    And the prescription is shown as given
    And 1 administration is counted
    And the amount counted for the dose is 1000 mg

  Scenario: The pharmacy answers under the numbers of the dose
    When the nurse gives the dose
    Then the EHR receives an RRA^O18 with
      | MSA-1 | AA      |
      | ORC-1 | OK      |
      | ORC-2 | present |
      | ORC-3 | present |
      | RXA-2 | 1       |
    And the placer and filler numbers are those of the prescription

  Scenario: A refused dose is not recorded as given
    When the nurse records that the patient refused the dose because of "nausea"
    Then the pharmacy is told the dose was refused with the reason "nausea"
    And no administration is counted

  Scenario: A missed dose is not a refusal and does not count
    When the nurse records that the dose was missed because of "patient in theatre"
    Then the pharmacy is told the dose was missed with the reason "patient in theatre"
    And no administration is counted

  Scenario: A dose of which only a part was taken counts with that part
    When the nurse gives only 500 mg of the dose
    Then the pharmacy is told the dose was partly given
    And 1 administration is counted
    And the amount counted for the dose is 500 mg

  Scenario: Each dose counts by itself
    Given the nurse has given the dose
    And the nurse has given the dose
    When the nurse records that the patient refused the dose because of "asleep"
    Then the EHR receives an RRA^O18 with
      | RXA-2  | 3  |
      | RXA-20 | RE |
    And 2 administrations are counted

  Scenario: A dose counts the same way in version 2.4
    Given the systems speak version 2.4
    When the nurse gives the dose
    Then the message reaches the pharmacy unchanged
    And 1 administration is counted
    And the amount counted for the dose is 1000 mg
