@must-fail @defect:ignores-large @transport @REQ-TRN-006
Feature: Large messages that nobody answers
  A scanned document makes a message large, and no less important.

  Scenario: A large message is accepted
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "oversized:in=segments,kilobytes=300" on the next message
    When the EHR changes the telephone number to "(555) 555-0211"
    Then the message is acknowledged as accepted
