@must-fail @defect:wrong-err-location @acknowledgment @REQ-ACK-002
Feature: An error that points at another field
  Somebody mends the field that the error names, and the message stays wrong.

  Scenario: The error points at the field that is wrong
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission with PID-7 "abc"
    Then the message is acknowledged as in error with error 102 at PID-7
