@must-fail @defect:answers-batch-once @acknowledgment @REQ-ACK-006
Feature: A batch that is answered like one message
  One MSA-2 names one message; nothing is said about the others.

  Scenario: Each message of a batch is acknowledged
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    When the EHR sends 3 updates as one batch
    Then each of the last 3 messages is acknowledged as accepted
