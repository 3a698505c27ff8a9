@acknowledgment @REQ-ACK-006
Feature: Batches and messages in parts
  One acknowledgment cannot speak for several messages: a batch is answered by a batch. A message that came in parts goes on as one.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario: Each message of a batch is acknowledged, and arrives in its order
    When the EHR sends 4 updates as one batch
    Then each of the last 4 messages is acknowledged as accepted
    And the last 4 messages reach the laboratory in the order in which they were sent

  Scenario: A message in parts arrives as one
    When the EHR sends an update in parts of 100 bytes
    Then the message is acknowledged as accepted
    And the parts reach the laboratory as one message

  Scenario: A message in parts survives a crash between two of them and the next message
    When the EHR sends an update in parts of 100 bytes
    And the system under test is killed
    And the system under test is started again
    Then the parts reach the laboratory as one message
