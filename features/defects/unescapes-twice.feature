@must-fail @defect:unescapes-twice @acknowledgment @REQ-ACK-003
Feature: Escapes that become delimiters
  Half of a name turns into another component of it.

  Scenario: A name with escaped delimiters goes on with its escapes
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission with PID-5 "Marks \T\ Sons^A\S\B^^^^^L"
    Then the message reaches the pharmacy unchanged
