@must-fail @defect:constant-ack-id @REQ-ACK-001
Feature: Acknowledgments that all have the same id
  An acknowledgment is a message of its own: its id in MSH-10 is unique for its sender.

  Scenario: Every acknowledgment has an id of its own
    Given a synthetic adult patient with an assigned record number
    When the EHR sends 3 updates at once
    Then the last 3 acknowledgments are well formed, each with an id of its own
