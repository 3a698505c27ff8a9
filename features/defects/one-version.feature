@must-fail @defect:one-version @laboratory @REQ-LAB-026
Feature: One version for all
  What the fields of a message mean depends on MSH-12.

  Scenario: An order keeps the version in which it was written
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^244^A"
    And the systems speak version 2.4
    When the EHR places the laboratory order "Potassium"
    Then the laboratory receives an ORM^O01 with
      | MSH-12 | 2.4 |
