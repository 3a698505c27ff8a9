@must-fail @defect:writes-to-closed @transport @REQ-TRN-004
Feature: A message that is written into a closed connection
  A receiver may close its connection at any time between two messages.

  Scenario: A system that closes its connections gets every message
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory closes the connection after it has acknowledged the next message
    When the EHR sends 5 updates at once
    Then the last 5 messages reach the laboratory in the order in which they were sent
