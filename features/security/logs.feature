@security @REQ-SEC-002
Feature: Logs tell what happened and not to whom
  A log is read by many who have nothing to do with the patient.

  Scenario: Neither what is accepted nor what is refused leaves a patient in the log
    Given a synthetic adult patient with an assigned record number
    When the EHR admits the patient to "MED2^218^A"
    Then the message is acknowledged as accepted
    When the EHR sends an admission without PID-3
    Then the message is acknowledged as refused
    And the log of the system under test holds no value of a patient
