@must-fail @defect:no-err-segment @acknowledgment @REQ-ACK-002
Feature: Refusals without a reason
  Whoever has to mend a message needs to know what is wrong with it.

  Scenario: A refusal names the error
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission with PID-8 "Q"
    Then the message is acknowledged as in error with error 103 at PID-8
