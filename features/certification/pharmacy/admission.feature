@certification @certification-pharmacy @REQ-CERT-PHA-001
Feature: The pharmacy learns of patients
  Whatever happens to a patient and a stay, the pharmacy takes note of it and says so.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^231^A"

  Scenario: An admission is acknowledged to the one who sent it
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

  Scenario: A transfer, a new telephone number and a discharge are each acknowledged
    When the EHR transfers the patient to "SURG^331^B"
    Then the message is acknowledged as accepted
    When the EHR changes the telephone number to "(555) 555-0142"
    Then the message is acknowledged as accepted
    When the EHR discharges the patient
    Then the message is acknowledged as accepted
    And the last 3 acknowledgments are well formed, each with an id of its own
