@certification @certification-pharmacy @REQ-CERT-PHA-003
Feature: The pharmacy refuses what would harm
  What a patient must not have is refused with the reason, so that the prescriber can choose something else.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: A medicine to which the patient is allergic is refused
    Given the EHR has admitted the patient to "MED1^233^A"
    And the EHR has recorded an allergy to "Penicillin"
    When the EHR prescribes "Amoxicillin 500 mg" by mouth every 8 hours
    Then the message is acknowledged as accepted
    And the pharmacy answers "UA"
    And the prescription is shown as refused
    And the reason shown for the prescription names "allergy"

  Scenario: The same medicine a second time is refused
    Given the EHR has admitted the patient to "MED1^233^A"
    And the EHR has prescribed "Paracetamol 500 mg" by mouth every 6 hours
    When the EHR prescribes "Paracetamol 500 mg" by mouth every 8 hours
    Then the pharmacy answers "UA"
    And the reason shown for the prescription names "duplicate"

  Scenario: A prescription for somebody of whom the pharmacy has not heard is not left lying
    Given the EHR has admitted the patient without telling anybody
    When the EHR prescribes "Paracetamol 500 mg" by mouth every 6 hours
    Then the order is refused with a reason, or accepted under a filler number
