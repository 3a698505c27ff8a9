@certification @certification-pharmacy @REQ-CERT-PHA-002
Feature: The pharmacy takes prescriptions
  Each prescription is answered under its own number, and what is made of it is what was prescribed.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^232^A"

  Scenario: A prescription that is accepted gets a filler number
    When the EHR prescribes "Paracetamol 500 mg" by mouth every 6 hours
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed
    And the pharmacy answers "OK"
    And the placer and filler numbers are those of the prescription

  Scenario: A verified prescription comes back under its numbers
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    When the pharmacy under test verifies the prescription
    Then the message from the system under test has
      | ORC-2.1 | present |
      | ORC-3.1 | present |
      | RXE-2.1 | present |
      | RXE-3   | present |
      | RXE-5.1 | present |
      | RXR-1   | present |
    And the message from the system under test is about the "patient"
    And the prescription is shown as verified

  @since-2.5
  Scenario: A verified prescription comes back as it was prescribed
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    When the pharmacy under test verifies the prescription
    Then the encoded order has the medicine, dose, route and timing that were ordered

  Scenario: What is dispensed is told with its prescription
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    When the pharmacy under test dispenses the medicine
    Then the message from the system under test has
      | ORC-2.1 | present |
      | ORC-3.1 | present |
      | RXD-1   | present |
      | RXD-2.1 | present |
      | RXD-3   | present |
      | RXD-4   | present |
      | RXD-7   | present |
    And the prescription is shown as dispensed
    And the placer and filler numbers are those of the prescription

  Scenario: A prescription that comes twice is dispensed once
    Given the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    When the EHR sends the same message again
    Then the message is acknowledged as accepted
    And the pharmacy answers "OK"
    When the pharmacy under test dispenses the medicine
    And the EHR prescribes "Ondansetron 4 mg" by mouth once
    And the pharmacy under test dispenses the medicine
    Then the order "Paracetamol 500 mg" is carried out once, under one filler number
