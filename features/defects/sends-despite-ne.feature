@must-fail @defect:sends-despite-ne @acknowledgment @REQ-ACK-004
Feature: An acknowledgment that nobody has asked for
  A sender that asks for none (NE) may have nobody who reads it.

  Scenario: An admission that asks for no acknowledgment gets none
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    When the EHR sends an admission with MSH-15 "NE" and MSH-16 "NE"
    Then its accept acknowledgment is none
    And its application acknowledgment is none
