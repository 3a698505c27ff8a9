@must-fail @defect:reencodes-control-id @acknowledgment @REQ-TRN-020
Feature: An acknowledgment that names no message that there is
  MSA-2 is MSH-10 byte for byte; in another encoding it is another id.

  Scenario: A control id in other letters comes back byte for byte
    Given a synthetic adult patient with an assigned record number
    And the systems write in the character set "8859/1"
    When the EHR sends an admission with MSH-10 "Ü-42-é"
    Then the message is acknowledged as accepted
