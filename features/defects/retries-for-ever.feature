@must-fail @defect:retries-for-ever @transport @REQ-TRN-004
Feature: A message in error that comes again and again
  AE says that the message is wrong: it will be wrong the next time as well.

  Scenario: A message that was answered with an error does not come again
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory answers the next message with an error
    When the EHR changes the telephone number to "(555) 555-0208"
    Then the message reaches the laboratory exactly once
