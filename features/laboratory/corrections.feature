@laboratory @REQ-LAB-019
Feature: Corrected results
  A corrected value replaces the earlier one, which stays visible as what it was.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^208^A"

  Scenario: A corrected potassium replaces the earlier value
    Given a final result for "Potassium" of 6.1 "mmol/L"
    When the laboratory corrects the result to 4.1 "mmol/L"
    Then the EHR receives an ORU^R01 with
      | OBR-25 | C   |
      | OBX-11 | C   |
      | OBX-5  | 4.1 |
    And the order is shown as corrected
    And the EHR files the result as
      | test      | value | flag | status    | earlier |
      | Potassium | 4.1   | N    | corrected | 6.1     |
    And the placer and filler order numbers are those of the order

  Scenario: A corrected value is corrected again
    Given a final result for "Potassium" of 6.1 "mmol/L"
    And the laboratory has corrected the result to 4.1 "mmol/L"
    When the laboratory corrects the result to 4.4 "mmol/L"
    Then the message is acknowledged as accepted
    And the EHR files the result as
      | test      | value | status    | earlier  |
      | Potassium | 4.4   | corrected | 6.1, 4.1 |

  Scenario: One value of a panel is corrected and the others stay
    Given a final result for "CBC"
    When the laboratory corrects "Hemoglobin" to 9.8 "g/dL"
    Then the message reaches the EHR unchanged
    And the EHR files the result as
      | test       | value | flag | status    |
      | Hemoglobin | 9.8   | L    | corrected |
    And the EHR files 10 values for the order
    And the EHR files the result as
      | test      | status | earlier |
      | Platelets | final  |         |

  Scenario Outline: One value of a panel is <word>
    Given a final result for "CBC"
    When the laboratory <does> "Platelets" <how>
    Then the EHR receives an ORU^R01 with
      | OBR-25 | C |
    And the EHR files the result as
      | test       | status |
      | Platelets  | <word> |
      | Hemoglobin | final  |

    Examples:
      | does     | how             | word    |
      | deletes  | from the result | deleted |
      | declares | to be wrong     | wrong   |
