@radiology @REQ-RAD-029
Feature: Appointments for examinations
  The ward sees when its patient is expected, also after the appointment was moved.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has registered the patient as an outpatient
    And the EHR has placed the imaging order "MR knee"

  Scenario: An appointment is booked
    When the radiology department books an appointment in 26 hours
    Then the message is acknowledged as accepted
    And the EHR receives an SIU^S12 with
      | SCH-2    | present   |
      | SCH-25.1 | Booked    |
      | SCH-26   | present   |
      | AIS-3.1  | 36508-0   |
    And the EHR shows the appointment as booked
    And the order is shown as scheduled

  Scenario: An appointment is moved to another time
    Given the radiology department has booked an appointment in 26 hours
    When the radiology department moves the appointment by 2 days
    Then the EHR receives an SIU^S13
    And the EHR shows the appointment as moved
    And the order is shown as scheduled

  Scenario: An appointment is cancelled and the order stays
    Given the radiology department has booked an appointment in 26 hours
    When the radiology department cancels the appointment because "The scanner is being repaired"
    Then the EHR receives an SIU^S15 with
      | SCH-6.2  | The scanner is being repaired |
      | SCH-25.1 | Cancelled                     |
    And the EHR shows the appointment as cancelled
    And the order is shown as scheduled
