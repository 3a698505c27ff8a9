@must-fail @defect:fixed-delimiters @acknowledgment @REQ-ACK-003
Feature: Delimiters that are taken for granted
  MSH-1 and MSH-2 declare the delimiters of a message: the usual ones are a recommendation.

  Scenario: Other delimiters than the usual are understood
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission with the delimiters "|$~\&"
    Then the message is acknowledged as accepted
