@certification @certification-lis @REQ-CERT-LIS-002
Feature: The laboratory takes orders
  Each order is answered under its own number, gets one number of the laboratory, and is done once.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^202^A"

  Scenario: An order that is accepted gets a filler number
    When the EHR places the laboratory order "Potassium"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed
    And the laboratory answers "OK"
    And the placer and filler order numbers are those of the order

  Scenario: The orders of a requisition are answered one by one under their group number
    When the EHR places one requisition for the laboratory with
      | Sodium    |
      | Potassium |
    Then the laboratory answers "OK" to the order "Sodium"
    And the laboratory answers "OK" to the order "Potassium"
    And the placer, filler and group numbers are those of the order "Sodium"
    And the placer, filler and group numbers are those of the order "Potassium"

  Scenario: An order that comes twice is carried out once
    Given the EHR has placed the laboratory order "Potassium"
    When the EHR sends the same message again
    Then the message is acknowledged as accepted
    And the laboratory answers "OK"
    When the laboratory under test reports a final result
    And the EHR places the laboratory order "Sodium"
    And the laboratory under test reports a final result for "Sodium"
    Then the order "Potassium" is carried out once, under one filler number
