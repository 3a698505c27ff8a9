@must-fail @defect:administration-duplicated @pharmacy @REQ-PHA-024
Feature: A dose that counts twice
  A dose that is sent again because its acknowledgment was lost is the same dose.

  Scenario: A dose that is sent again counts once
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^225^A"
    And an active order "Paracetamol 500 mg" by mouth every 6 hours
    When the nurse gives the dose
    And the EHR sends the same message again
    Then the message reaches the pharmacy exactly once
