@must-fail @defect:forgets-after-restart @transport @REQ-TRN-005
Feature: Patients who are unknown after a restart
  What was known before a crash is known after it.

  Scenario: It remembers after a crash whom it knows
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    When the system under test is killed
    And the system under test is started again
    And the EHR places the laboratory order "Potassium"
    Then the message is acknowledged as accepted
