@must-fail @defect:flattens-subids @laboratory @REQ-LAB-022
Feature: Isolates that run into each other
  An engine that empties the sub-identifier of a result lets two organisms of one culture become one.

  Scenario: Two isolates of one culture are kept apart
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^104^A"
    And the EHR has placed the laboratory order "Urine culture"
    When the laboratory reports a final culture with
      | organism              | antibiotic | value |
      | Escherichia coli      | Ampicillin | >=32  |
      | Klebsiella pneumoniae | Ampicillin | <=2   |
    Then the EHR files the result as
      | test          | group | value                 |
      | Urine culture | 1     | Escherichia coli      |
      | Urine culture | 2     | Klebsiella pneumoniae |
