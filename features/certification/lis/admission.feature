@certification @certification-lis @REQ-CERT-LIS-001
Feature: The laboratory learns of patients
  Whatever happens to a patient and a stay, the laboratory takes note of it and says so.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^201^A"

  Scenario: An admission is acknowledged to the one who sent it
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

  Scenario: A transfer, a new telephone number and a discharge are each acknowledged
    When the EHR transfers the patient to "SURG^301^B"
    Then the message is acknowledged as accepted
    When the EHR changes the telephone number to "(555) 555-0142"
    Then the message is acknowledged as accepted
    When the EHR discharges the patient
    Then the message is acknowledged as accepted
    And the last 3 acknowledgments are well formed, each with an id of its own

  Scenario: An order that was open when records were merged is reported under the surviving number
    Given a "second record" of the same person
    And the EHR has added the "second record"
    And the EHR has placed the laboratory order "Potassium" for the "second record"
    When the EHR merges the "second record" into the "patient"
    Then the message is acknowledged as accepted
    When the laboratory under test reports a final result
    Then the message from the system under test is about the "patient"
