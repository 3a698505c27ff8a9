@must-fail @defect:rounds-numbers @laboratory @REQ-LAB-020
Feature: Numbers without their decimals
  A potassium of 6 is not one of 5.6.

  Scenario: A number arrives as it was measured
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^238^A"
    And the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result of 5.6 "mmol/L"
    Then the EHR files the result as
      | test      | value |
      | Potassium | 5.6   |
