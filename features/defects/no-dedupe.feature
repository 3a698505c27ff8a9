@must-fail @defect:no-dedupe @transport @REQ-TRN-003
Feature: A repetition that counts as a new message
  A sender that missed the acknowledgment sends again: an order that is done twice.

  Scenario: A message that is sent twice reaches the laboratory once
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    When the EHR changes the telephone number to "(555) 555-0203"
    And the EHR sends the same message again
    Then the message reaches the laboratory exactly once
