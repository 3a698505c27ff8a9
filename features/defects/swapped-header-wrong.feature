@must-fail @defect:swapped-header-wrong @acknowledgment @REQ-ACK-001
Feature: Acknowledgments that go to the wrong system
  An acknowledgment returns to the system that has sent the message.

  Scenario: An acceptance returns to its sender
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed
