@must-fail @defect:cuts-joined-message @acknowledgment @REQ-ACK-006
Feature: A message in parts that loses some of itself
  What came in parts must go on whole.

  Scenario: A message in parts arrives as one
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    When the EHR sends an update in parts of 100 bytes
    Then the parts reach the laboratory as one message
