@transport @REQ-TRN-002
Feature: Messages that end too soon
  Half a message is never accepted, never delivered, and does not harm the next.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario Outline: A message without its <part> is not accepted
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0100"
    Then no acknowledgment arrives within 3 seconds

    Examples:
      | part  | fault         |
      | end   | missing-end   |
      | start | missing-start |

  Scenario: A connection that breaks in mid-message leaves nothing behind
    Given the link from the EHR suffers "cut-connection-in-frame" on the next message
    When the EHR changes the telephone number to "(555) 555-0101"
    Then the message does not reach the laboratory

  Scenario: The message after a broken one is accepted
    Given the link from the EHR suffers "cut-connection-in-frame" on the next message
    And the EHR changes the telephone number to "(555) 555-0102"
    When the EHR changes the telephone number to "(555) 555-0103"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0103"
