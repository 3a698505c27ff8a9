@must-fail @defect:cancel-discharge-keeps-closed @adt @REQ-ADT-004
Feature: A patient who stays and is gone for the departments
  A discharge that is taken back opens the visit again, everywhere.

  Scenario: A discharge entered by mistake is taken back
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^105^A"
    And the EHR has discharged the patient
    And the laboratory sees the visit closed
    When the EHR cancels the discharge
    Then the message is acknowledged as accepted
    And the laboratory sees the visit open in "ICU^105^A"
