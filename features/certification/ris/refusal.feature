@certification @certification-ris @REQ-CERT-RIS-003
Feature: The radiology department says what it does not do
  An order that cannot be done is refused with a reason, so that nobody on the ward waits for a report.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: An examination that the department does not do is refused with a reason
    Given the EHR has admitted the patient to "MED1^223^A"
    When the EHR places the imaging order "Thermography", which the radiology department does not offer
    Then the message is acknowledged as accepted
    And the radiology department answers "UA"
    And the order is shown as refused
    And a reason is shown for the order "Thermography"

  Scenario: An order for somebody of whom the department has not heard is not left lying
    Given the EHR has admitted the patient without telling anybody
    When the EHR places the imaging order "Chest X-ray"
    Then the order is refused with a reason, or accepted under a filler number
