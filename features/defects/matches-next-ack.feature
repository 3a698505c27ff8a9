@must-fail @defect:matches-next-ack @transport @REQ-TRN-004
Feature: A late acknowledgment that is taken for that of the next message
  The next message is then forgotten, although nobody has it.

  Scenario: A late acknowledgment does not count for the next message
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory acknowledges the next message only after 12 seconds
    And the link to the laboratory suffers "never-acknowledge:after=2"
    When the EHR sends 2 updates at once
    Then the message is sent to the laboratory again unchanged
