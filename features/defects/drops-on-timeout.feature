@must-fail @defect:drops-on-timeout @transport @REQ-TRN-004
Feature: A message that is given up because nobody answered
  Silence does not say that the message has arrived.

  Scenario: A message that was not acknowledged comes again
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory does not acknowledge the next message
    When the EHR changes the telephone number to "(555) 555-0205"
    Then the message is sent to the laboratory again unchanged
