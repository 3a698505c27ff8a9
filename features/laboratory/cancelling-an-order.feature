@laboratory @REQ-LAB-014
Feature: Cancelling a laboratory order
  An order can be cancelled as long as the laboratory has not begun; afterwards it lives on, on both sides alike.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^203^A"

  Scenario Outline: The answer depends on how far the laboratory is: it has <progress>
    Given the EHR has placed the laboratory order "CBC"
    And the laboratory has <progress>
    When the EHR cancels the order
    Then the message is acknowledged as accepted
    And the laboratory answers "<answer>"
    And the order is shown as <status>
    And the laboratory holds the order as <status>
    And the placer and filler order numbers are those of the order

    Examples:
      | progress                      | answer | status      |
      | not received a specimen       | CR     | cancelled   |
      | received the specimen         | UC     | in process  |
      | reported a preliminary result | UC     | preliminary |
      | reported a final result       | UC     | final       |

  Scenario: A result that crosses the cancellation wins
    Given the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    And the EHR cannot be reached
    When the laboratory reports a final result of 4.4 "mmol/L"
    And the EHR cancels the order
    Then the laboratory holds the order as final
    When the EHR can be reached again
    Then the laboratory answers "UC"
    And the order is shown as final
    And the EHR files the result as
      | test      | value | status |
      | Potassium | 4.4   | final  |

  Scenario: A standing order that is in process can still be discontinued
    Given the EHR has placed the laboratory order "Glucose"
    And the laboratory has received the specimen
    When the EHR discontinues the order
    Then the laboratory answers "DR"
    And the order is shown as discontinued
    And the laboratory holds the order as discontinued
