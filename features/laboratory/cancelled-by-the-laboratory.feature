@laboratory @REQ-LAB-015
Feature: An order that the laboratory cannot do
  The ward is told that there will be no result, and why.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^204^A"

  Scenario: The laboratory cancels an order because of its specimen
    Given the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    When the laboratory cancels the order because "Specimen haemolysed"
    Then the message is acknowledged as accepted
    And the EHR receives an ORM^O01 with
      | ORC-1  | OC      |
      | ORC-5  | CA      |
      | OBR-25 | X       |
      | ORC-3  | present |
    And the order is shown as cancelled by the laboratory
    And the reason shown for the order is "Specimen haemolysed"
    And the placer and filler order numbers are those of the order

  Scenario: The laboratory cancels one order of a requisition
    Given the EHR has placed one requisition for the laboratory with
      | CBC       |
      | Potassium |
    When the laboratory cancels the order because "Quantity not sufficient"
    Then the order "Potassium" is shown as cancelled by the laboratory
    And the order "CBC" is shown as accepted
    And the laboratory holds the order as cancelled by the laboratory
