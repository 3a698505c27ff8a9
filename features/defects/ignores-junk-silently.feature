@must-fail @defect:ignores-junk-silently @transport @REQ-TRN-001
Feature: A message that is lost behind a health check
  Load balancers write to the port what is no message; the message behind it counts.

  Scenario: A message behind bytes that are none is accepted
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "junk-before-start" on the next message
    When the EHR changes the telephone number to "(555) 555-0201"
    Then the message is acknowledged as accepted
