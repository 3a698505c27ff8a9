@laboratory @REQ-LAB-026
Feature: Versions and forms of the messages
  The laboratory's work does not depend on the version or on the form in which an order is written.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^214^A"

  Scenario Outline: An order and its result in version <version>
    Given the systems speak version <version>
    When the EHR places the laboratory order "Potassium"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
    And the laboratory answers "OK"
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the EHR receives an ORU^R01 with
      | MSH-12 | <version> |
      | OBX-5  | 4.4       |
    And the order is shown as final
    And the placer and filler order numbers are those of the order

    Examples:
      | version |
      | 2.3.1   |
      | 2.4     |
      | 2.5.1   |

  Scenario: An order by OML is answered by ORL
    When the EHR places the STAT laboratory order "Potassium" by an OML^O21
    Then the message is acknowledged as accepted
    And the laboratory receives an OML^O21 with
      | TQ1-9.1 | S |
    And the laboratory answers "OK" by an ORL^O22
    And the laboratory knows the order as STAT
    And the order is shown as accepted
    And the placer and filler order numbers are those of the order

  Scenario: An order by OML is cancelled by OML
    Given the EHR has placed the laboratory order "Potassium" by an OML^O21
    When the EHR cancels the order
    Then the laboratory receives an OML^O21 with
      | ORC-1 | CA |
    And the laboratory answers "CR" by an ORL^O22
    And the order is shown as cancelled
