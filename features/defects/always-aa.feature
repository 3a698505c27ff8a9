@must-fail @defect:always-aa @acknowledgment @REQ-ACK-002
Feature: Everything is accepted, and not everything is kept
  A sender that reads AA throws its message away.

  Scenario: A message without a record number is in error
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission without PID-3
    Then the message is acknowledged as in error with error 101 at PID-3
