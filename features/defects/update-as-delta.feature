@must-fail @defect:update-as-delta @adt @REQ-ADT-006
Feature: What is taken away stays
  An update is a snapshot: what it deletes is gone.

  Scenario: A list of next of kin is taken away as a whole
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^241^A"
    When the EHR takes away the next of kin
    Then the message reaches the laboratory unchanged
