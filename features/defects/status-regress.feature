@must-fail @defect:status-regress @laboratory @REQ-LAB-019
Feature: A corrected result that looks preliminary
  Whoever waits for the final result overlooks the corrected one.

  Scenario: A corrected result is shown as corrected
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^239^A"
    And a final result for "Potassium" of 6.1 "mmol/L"
    When the laboratory corrects the result to 4.1 "mmol/L"
    Then the order is shown as corrected
