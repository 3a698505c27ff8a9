@must-fail @defect:doubles-on-fail-over @transport @REQ-TRN-005
Feature: A message that comes twice because the receiver has a standby
  The standby is the same system at another address, and no reason to send anything twice.

  Scenario: A standby gets what is left, in order, and nothing twice
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the EHR changes the telephone number to "(555) 555-0206"
    And the message reaches the laboratory exactly once
    And the link to the laboratory suffers "fail-over:for=20s"
    When the EHR sends 2 updates at once
    Then each of the last 3 messages reaches the laboratory exactly once
