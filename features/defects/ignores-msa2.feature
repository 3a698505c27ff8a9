@must-fail @defect:ignores-msa2 @transport @REQ-TRN-004
Feature: An acknowledgment that counts for another message
  MSA-2 says which message has arrived; without a look at it any answer will do.

  Scenario: An acknowledgment of another message does not count
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory acknowledges the next message under a wrong control id
    When the EHR changes the telephone number to "(555) 555-0206"
    Then the message is sent to the laboratory again unchanged
