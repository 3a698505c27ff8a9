@must-fail @defect:ignores-sequence @acknowledgment @REQ-ACK-005
Feature: A gap in the sequence that nobody notices
  A number that is missing is a message that is missing.

  Scenario: A number is missing
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the EHR begins its sequence anew
    When the EHR sends number 1 of its sequence
    And the EHR sends number 3 of its sequence
    Then the message is out of sequence, and number 2 is expected
