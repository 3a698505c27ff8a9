@adt @REQ-ADT-004
Feature: A patient's stay
  Beds and visits follow the patient from admission to discharge, and back where something was entered by mistake.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^101^A"

  Scenario: A transfer names the new bed and the one before
    When the EHR transfers the patient to "MED1^203^B"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A02 with
      | PV1-3.1 | MED1 |
      | PV1-3.2 | 203  |
      | PV1-6.1 | ICU  |
    And the pharmacy sees the visit open in "MED1^203^B"

  Scenario: A transfer entered by mistake is taken back
    Given the EHR has transferred the patient to "MED1^204^A"
    When the EHR cancels the transfer
    Then the message is acknowledged as accepted
    And the laboratory sees the visit open in "ICU^101^A"
    And the pharmacy sees the visit open in "ICU^101^A"

  Scenario: A discharge closes the visit everywhere
    When the EHR discharges the patient
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A03 with
      | PV1-36 | present |
      | PV1-45 | present |
    And the laboratory sees the visit closed
    And the radiology department sees the visit closed
    And the pharmacy sees the visit closed

  Scenario: A discharge entered by mistake is taken back
    Given the EHR has discharged the patient
    When the EHR cancels the discharge
    Then the message is acknowledged as accepted within 20 seconds
    And the laboratory sees the visit open in "ICU^101^A"
    And the pharmacy sees the visit open in "ICU^101^A"

  Scenario: A discharge that never was cannot be taken back
    When the EHR sends a cancelled discharge that does not fit the visit
    Then the message is acknowledged as in error

  Scenario: A transfer that never was cannot be taken back
    When the EHR sends a cancelled transfer that does not fit the visit
    Then the message is acknowledged as in error
