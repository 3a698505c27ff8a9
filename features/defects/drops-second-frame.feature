@must-fail @defect:drops-second-frame @transport @REQ-TRN-001
Feature: Messages that arrive together and of which one is read
  TCP delivers bytes, not messages: what comes with the first one is not noise.

  Scenario: Messages that arrive together are each accepted and delivered in order
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "coalesced-frames:frames=3" on the next message
    When the EHR sends 3 updates at once
    Then the last 3 messages reach the laboratory in the order in which they were sent
