@must-fail @defect:correction-adds @laboratory @REQ-LAB-019
Feature: A correction that stands beside the error
  Two potassium values of one specimen: the ward sees the wrong one first.

  Scenario: A corrected potassium replaces the earlier value
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^229^A"
    And a final result for "Potassium" of 6.1 "mmol/L"
    When the laboratory corrects the result to 4.1 "mmol/L"
    Then the EHR files 1 value for the order
    And the EHR files the result as
      | test      | value | status    | earlier |
      | Potassium | 4.1   | corrected | 6.1     |
