@must-fail @defect:hold-still-due @pharmacy @REQ-PHA-014
Feature: A held medicine that is given
  A hold of which the pharmacy never hears leaves the medicine due.

  Scenario: The pharmacy knows that a prescription is held
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^226^A"
    And the EHR has prescribed "Lisinopril 10 mg" by mouth once a day
    And the pharmacy has verified the prescription
    When the EHR holds the prescription
    Then the pharmacy knows the prescription as held
