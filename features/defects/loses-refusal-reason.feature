@must-fail @defect:loses-refusal-reason @pharmacy @REQ-PHA-028
Feature: A refused dose that looks given
  The next dose is planned after one that the patient never took.

  Scenario: A refused dose is not recorded as given
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^236^A"
    And an active order "Paracetamol 500 mg" by mouth every 6 hours
    When the nurse records that the patient refused the dose because of "nausea"
    Then the pharmacy is told the dose was refused with the reason "nausea"
