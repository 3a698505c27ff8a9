@must-fail @defect:cuts-location @adt @REQ-ADT-001
Feature: A patient in no bed
  A drug and a blood draw go to a bed, not to a ward.

  Scenario: Every system sees the admitted patient in the same bed
    Given a synthetic adult patient with an assigned record number
    When the EHR admits the patient to "MED1^246^A"
    Then the laboratory receives an ADT^A01
    And the laboratory sees the visit open in "MED1^246^A"
