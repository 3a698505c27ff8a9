@must-fail @defect:loses-priority @laboratory @REQ-LAB-011
Feature: An emergency that waits in line
  STAT is a promise to the patient that the laboratory can only keep when it hears of it.

  Scenario: A STAT order is worked on as STAT
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^235^A"
    When the EHR places the STAT laboratory order "Lactate"
    Then the laboratory knows the order as STAT
