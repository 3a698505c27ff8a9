@must-fail @defect:one-connection-only @security @REQ-SEC-004
Feature: One sender at a time
  Who comes second waits for as long as the first one likes.

  Scenario: A message is served while others hold connections open
    Given a synthetic adult patient with an assigned record number
    And the link from the EHR suffers "slow-and-many:doing=idle,connections=5" on the next message
    When the EHR adds the person
    Then the message is acknowledged as accepted
