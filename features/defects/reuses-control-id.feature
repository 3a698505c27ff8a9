@must-fail @defect:reuses-control-id @acknowledgment @REQ-ACK-001
Feature: Acknowledgments under the id of the message
  An acknowledgment is a message of its own: under another's id it is taken for a repetition.

  Scenario: An acknowledgment has an id of its own
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed
