@must-fail @defect:phi-in-log @security @REQ-SEC-002
Feature: Patients in the log
  What stands in a log is copied, mailed and kept for years by people who treat nobody.

  Scenario: An admission leaves no patient in the log
    Given a synthetic adult patient with an assigned record number
    When the EHR admits the patient to "MED2^218^A"
    Then the message is acknowledged as accepted
    And the log of the system under test holds no value of a patient
