@transport @receiver @REQ-TRN-020
Feature: The message behind a bad one
  What cannot be read is not accepted, and the sender that comes with the next message finds the receiver as it was.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew
    And the EHR has added the person

  Scenario Outline: What is no message is not accepted: <what>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0160"
    Then the message is not accepted

    Examples:
      | what                       | fault                            |
      | a frame without an end     | missing-end                      |
      | a body that is not HL7     | hostile-content:variant=xml      |
      | an empty frame             | degenerate-message:variant=empty |

  Scenario Outline: The message behind <what> is acknowledged once
    Given the link from the EHR suffers "<fault>" on the next message
    And the EHR changes the telephone number to "(555) 555-0161"
    When the EHR changes the telephone number to "(555) 555-0162"
    Then each of the last 1 messages is acknowledged once

    Examples:
      | what                        | fault                            |
      | a frame without an end      | missing-end                      |
      | a frame without a start     | missing-start                    |
      | a connection that was cut   | cut-connection-in-frame          |
      | a body that is not HL7      | hostile-content:variant=xml      |
      | an empty frame              | degenerate-message:variant=empty |
