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
    And the message reaches the radiology department unchanged
    And the message reaches the pharmacy unchanged
