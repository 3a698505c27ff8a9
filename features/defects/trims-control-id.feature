@must-fail @defect:trims-control-id @acknowledgment @REQ-ACK-001
Feature: A control id that comes back as a number
  A control id is text: its zeros are part of it.

  Scenario: A control id with leading zeros comes back as it was sent
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission with MSH-10 "0000000000043"
    Then the acknowledgment is well formed
