@transport @REQ-TRN-004
Feature: Delivery to a system in trouble
  What was accepted is delivered, whatever the receiver does, under its own control id and in order.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario: A message that was not acknowledged comes again with the same control id
    Given the laboratory does not acknowledge the next message
    When the EHR changes the telephone number to "(555) 555-0120"
    Then the message is acknowledged as accepted
    And the message is sent to the laboratory again unchanged

  Scenario: A message comes again when the connection broke before its acknowledgment
    Given the laboratory breaks the connection instead of acknowledging the next message
    When the EHR changes the telephone number to "(555) 555-0121"
    Then the message is sent to the laboratory again unchanged

  Scenario: An acknowledgment of another message does not count
    Given the laboratory acknowledges the next message under a wrong control id
    When the EHR changes the telephone number to "(555) 555-0122"
    Then the message is sent to the laboratory again unchanged

  Scenario: A message that cannot be taken now comes again
    Given the laboratory rejects the next message for now
    When the EHR changes the telephone number to "(555) 555-0123"
    Then the message is sent to the laboratory again unchanged

  Scenario: A message in error is not sent for ever and does not hold up the next
    Given the laboratory answers the next message with an error
    And the EHR changes the telephone number to "(555) 555-0124"
    When the EHR changes the telephone number to "(555) 555-0125"
    Then the laboratory knows the telephone number "(555) 555-0125"
    And the message reaches the laboratory exactly once

  Scenario: A late acknowledgment is not credited to the next message
    Given the laboratory acknowledges the next message only after 12 seconds
    When the EHR changes the telephone number to "(555) 555-0126"
    And the EHR changes the telephone number to "(555) 555-0127"
    Then the last 2 messages reach the laboratory in the order in which they were sent
    And the laboratory knows the telephone number "(555) 555-0127"

  Scenario: What waits for a system that was down arrives in order
    Given the laboratory cannot be reached
    When the EHR sends 5 updates at once
    And the laboratory can be reached again
    Then the last 5 messages reach the laboratory in the order in which they were sent

  Scenario: A system that closes its connections gets every message
    Given the laboratory closes the connection after it has acknowledged the next message
    When the EHR sends 3 updates at once
    Then the last 3 messages reach the laboratory in the order in which they were sent
