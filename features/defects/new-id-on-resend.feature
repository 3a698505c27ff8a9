@must-fail @defect:new-id-on-resend @REQ-TRN-004
Feature: A message that comes again under another id
  The receiver knows a repetition by its control id: with a new one the same order counts twice.

  Scenario: A message that was not acknowledged comes again with the same control id
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory does not acknowledge the next message
    When the EHR changes the telephone number to "(555) 555-0141"
    Then the message is sent to the laboratory again unchanged
