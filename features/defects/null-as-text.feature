@must-fail @defect:null-as-text @adt @REQ-ADT-006
Feature: A patient who can be reached at null
  Two quotation marks delete what was there; they are no text.

  Scenario: A telephone number is deleted by null
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^237^A"
    When the EHR takes away the telephone number
    Then the laboratory knows no telephone number
