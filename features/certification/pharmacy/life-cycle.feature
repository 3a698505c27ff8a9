@certification @certification-pharmacy @REQ-CERT-PHA-004
Feature: The pharmacy stops what is to be stopped
  Both sides agree at any time on whether doses of a prescription may be given.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^234^A"
    And the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours

  Scenario: A prescription is held and released
    When the pharmacy under test verifies the prescription
    And the EHR holds the prescription
    Then the pharmacy answers "HR"
    And the prescription is shown as held
    When the EHR releases the prescription
    Then the pharmacy answers "OR"
    And the prescription is shown as released

  Scenario: A prescription is discontinued, and no dose of it is taken any more
    When the pharmacy under test verifies the prescription
    And the EHR discontinues the prescription
    Then the pharmacy answers "DR"
    And the prescription is shown as discontinued
    When the nurse gives the dose all the same
    Then the dose is refused with a reason

  Scenario: A cancellation after verification is refused, and the prescription lives on
    When the pharmacy under test verifies the prescription
    And the EHR cancels the prescription
    Then the pharmacy answers "UC"
    When the nurse gives the dose
    Then the dose is accepted
