@laboratory @REQ-LAB-017
Feature: The specimen
  The ward sees that the specimen has come, and the specimen keeps its number.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^206^A"

  Scenario: The laboratory tells that the specimen has come
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory receives the specimen
    Then the message is acknowledged as accepted
    And the EHR receives an ORM^O01 with
      | ORC-1  | SC      |
      | ORC-5  | IP      |
      | OBR-14 | present |
      | OBR-25 | I       |
    And the order is shown as in process
    And the placer and filler order numbers are those of the order

  Scenario: The receipt of a specimen is no result
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory tells by a result message that the specimen has come
    Then the EHR receives an ORU^R01 with
      | OBR-14 | present |
      | OBR-25 | I       |
      | OBX-3  | absent  |
    And the order is shown as in process
    And the EHR files 0 values for the order

  Scenario: The specimen has a segment of its own in the newer order message
    Given the EHR has placed the laboratory order "Potassium" by an OML^O21
    When the laboratory receives the specimen
    Then the EHR receives an OML^O21 with
      | ORC-1  | SC      |
      | SPM-2  | present |
      | SPM-4  | SER     |
      | SPM-18 | present |
    When the laboratory reports a final result
    Then the message reaches the EHR unchanged
    And the specimen of the result is the one that the laboratory received
