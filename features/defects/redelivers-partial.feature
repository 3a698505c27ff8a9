@must-fail @defect:redelivers-partial @transport @REQ-TRN-001
Feature: A message that is handled again when the next one is complete
  What has been handled is forgotten, also when half of the next message came with it.

  Scenario: A message with half of the next behind it is acknowledged once
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "frame-and-a-half" on the next message
    When the EHR sends 2 updates at once
    Then each of the last 2 messages is acknowledged once
