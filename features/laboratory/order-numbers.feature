@laboratory @REQ-LAB-025
Feature: Order numbers
  From the order to the last correction every message carries the numbers under which the order was placed and accepted.

  Scenario: The numbers of a requisition last from the order to the correction
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^213^A"
    And the EHR has placed one requisition for the laboratory with
      | CBC       |
      | Potassium |
    And the laboratory has received the specimen
    And the laboratory has reported a preliminary result
    And the laboratory has reported a final result
    When the laboratory corrects the result to 4.1 "mmol/L"
    Then the order is shown as corrected
    And the placer, filler and group numbers are those of the order "Potassium"
    And the placer, filler and group numbers are those of the order "CBC"
