@certification @certification-lis @REQ-CERT-LIS-004
Feature: The laboratory tells how far it is
  The ward learns that the specimen has come, what the first values are and which are final, under one pair of numbers.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^204^A"

  Scenario: The ward learns that the specimen has come
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory under test receives the specimen
    Then the order is shown as in process
    And the message from the system under test has
      | ORC-2.1  | present |
      | ORC-3.1  | present |
      | PID-3.1  | present |
      | MSH-12.1 | present |

  Scenario: A preliminary result becomes final, and not the other way round
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory under test reports a preliminary result
    Then the message from the system under test has
      | OBR-25 | P       |
      | OBX-11 | P       |
      | OBX-5  | present |
    And the order is shown as preliminary
    When the laboratory under test reports a final result
    Then the message from the system under test has
      | OBR-25 | F       |
      | OBX-11 | F       |
      | OBR-22 | present |
    And the order is shown as final

  Scenario: Every message about an order carries its numbers
    Given the EHR has placed the laboratory order "Basic metabolic panel"
    When the laboratory under test reports a final result
    Then the placer and filler order numbers are those of the order
