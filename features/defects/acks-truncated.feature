@must-fail @defect:acks-truncated @transport @REQ-TRN-002
Feature: A message that is accepted before it has ended
  An engine that answers AA to half a message tells its sender that the rest has arrived.

  Scenario: A message without its end is not accepted
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "missing-end" on the next message
    When the EHR changes the telephone number to "(555) 555-0200"
    Then no acknowledgment arrives within 20 seconds
