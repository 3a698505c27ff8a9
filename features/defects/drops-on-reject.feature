@must-fail @defect:drops-on-reject @transport @REQ-TRN-004
Feature: A message that is given up because it came at a bad time
  AR says that a message cannot be taken now, not that it is wrong.

  Scenario: A message that cannot be taken now comes again
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory rejects the next message for now
    When the EHR changes the telephone number to "(555) 555-0204"
    Then the message is sent to the laboratory again unchanged
