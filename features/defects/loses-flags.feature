@must-fail @defect:loses-flags @laboratory @REQ-LAB-023
Feature: A critical value that looks like any other
  Who reads a list reads the flags.

  Scenario: A critical potassium is flagged
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^141^A"
    And the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result of 7.1 "mmol/L"
    Then the EHR receives an ORU^R01 with
      | OBX-8 | HH |
