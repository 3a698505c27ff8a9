@laboratory @REQ-LAB-018
Feature: From the first result to the final one
  A result is filed under its order as soon as it is there, and replaced when it is final.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^207^A"

  Scenario: A final result is filed under its order
    Given the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the message is acknowledged as accepted
    And the EHR receives an ORU^R01 with
      | ORC-1  | RE      |
      | ORC-5  | CM      |
      | OBR-22 | present |
      | OBR-25 | F       |
      | OBX-2  | NM      |
      | OBX-5  | 4.4     |
      | OBX-6  | mmol/L  |
      | OBX-11 | F       |
      | OBX-14 | present |
    And the order is shown as final
    And the EHR files the result as
      | test      | value | unit   | range   | flag | status |
      | Potassium | 4.4   | mmol/L | 3.5-5.1 | N    | final  |
    And the placer and filler order numbers are those of the order

  Scenario: A final result replaces the preliminary one
    Given a preliminary result for "Potassium" of 5.9 "mmol/L"
    When the laboratory reports a final result of 6.0 "mmol/L"
    Then the EHR receives an ORU^R01 with
      | OBR-25 | F |
      | OBX-11 | F |
      | OBX-5  | 6 |
    And the order is shown as final
    And the EHR files the result as
      | test      | value | status | earlier |
      | Potassium | 6     | final  | 5.9     |

  Scenario: A panel comes in parts
    Given the EHR has placed the laboratory order "Electrolytes"
    And the laboratory has received the specimen
    When the laboratory reports a partial result
    Then the order is shown as partial
    And the EHR files the result as
      | test   | status  |
      | Sodium | final   |
      | CO2    | awaited |
    When the laboratory reports a final result
    Then the order is shown as final
    And the EHR files the result as
      | test   | status |
      | Sodium | final  |
      | CO2    | final  |

  Scenario: Every value of a panel arrives
    Given the EHR has placed the laboratory order "Comprehensive metabolic panel"
    And the laboratory has received the specimen
    When the laboratory reports a final result
    Then the message reaches the EHR unchanged
    And the EHR files 14 values for the order

  Scenario: The laboratory that did the work is named in the result
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result
    Then the EHR receives an ORU^R01 with
      | OBX-19   | present |
      | OBX-23   | present |
      | OBX-24   | present |
      | OBX-25.2 | present |
