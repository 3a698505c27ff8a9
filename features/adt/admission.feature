@adt @REQ-ADT-001
Feature: Admission
  A patient who is admitted is known, with visit and bed, to every system that cares for them.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: An admission reaches the laboratory, radiology and the pharmacy
    When the EHR admits the patient to "ICU^101^A"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A01 with
      | PV1-2   | I       |
      | PV1-3.1 | ICU     |
      | PV1-19  | present |
    And the message reaches the radiology department unchanged
    And the message reaches the pharmacy unchanged

  Scenario: Every system sees the admitted patient in the same bed
    When the EHR admits the patient to "MED1^201^A"
    Then the laboratory sees the visit open in "MED1^201^A"
    And the radiology department sees the visit open in "MED1^201^A"
    And the pharmacy sees the visit open in "MED1^201^A"

  Scenario: An admission entered by mistake is taken back
    Given the EHR has admitted the patient to "ICU^102^A"
    When the EHR cancels the admission
    Then the message is acknowledged as accepted
    And the laboratory sees the visit void
    And the pharmacy sees the visit void
