@must-fail @defect:accepts-strangers @laboratory @REQ-LAB-024
Feature: Results for somebody whom nobody knows
  A result that is accepted for an unknown patient lies where nobody looks.

  Scenario: A result for a patient whom nobody knows is refused
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^218^A"
    And a final result for "Potassium" of 4.4 "mmol/L"
    And another patient, the "stranger"
    When the laboratory sends the result for the "stranger" by mistake
    Then the message is acknowledged as in error with error 204 at PID-3
