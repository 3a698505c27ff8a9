@certification @certification-pharmacy @REQ-CERT-PHA-005
Feature: The pharmacy counts doses
  Each dose counts once, and only what belongs to a prescription is counted.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^235^A"

  Scenario: A dose is accepted, and the same dose again does no harm
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    And the pharmacy under test verifies the prescription
    When the nurse gives the dose
    Then the dose is accepted
    When the nurse records the same dose once more
    Then the dose is accepted
    And the last 2 acknowledgments are well formed, each with an id of its own

  Scenario: A dose that the patient refused is accepted as what it is
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    And the pharmacy under test verifies the prescription
    When the nurse records that the patient refused the dose because of "nausea"
    Then the dose is accepted

  Scenario: A dose is corrected and taken back
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    And the pharmacy under test verifies the prescription
    And the nurse gives the dose
    When the nurse corrects the dose to 500 mg
    Then the dose is accepted
    When the nurse takes the record of the dose back
    Then the dose is accepted

  Scenario: A dose that nobody has prescribed is refused
    When the nurse records a dose of "Paracetamol 500 mg" that nobody has prescribed
    Then the dose is refused with a reason
