@must-fail @defect:forgets-moved-appointments @radiology @REQ-RAD-029
Feature: A patient who is fetched on the wrong day
  The ward goes by the appointment that it has been told last.

  Scenario: The ward sees the appointment at its new time
    Given a synthetic adult patient with an assigned record number
    And the EHR has registered the patient as an outpatient
    And the EHR has placed the imaging order "MR knee"
    And the radiology department has booked an appointment in 26 hours
    When the radiology department moves the appointment by 2 days
    Then the EHR shows the appointment as moved
