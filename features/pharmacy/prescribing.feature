@pharmacy @REQ-PHA-011
Feature: Prescribing a medicine
  A prescription reaches the pharmacy as it was written and comes back accepted, with its number, or refused with a reason.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^220^A"

  Scenario: A prescription is accepted under the pharmacy's own number
    When the EHR prescribes "Paracetamol 500 mg" by mouth every 6 hours
    Then the message is acknowledged as accepted
    And the message reaches the pharmacy unchanged
    And the pharmacy answers "OK"
    And the prescription is shown as accepted
    And the placer and filler numbers are those of the prescription

  Scenario: A prescription is active once a pharmacist has verified it
    Given the EHR has prescribed "Ceftriaxone 1 g" into a vein every 24 hours
    When the pharmacy verifies the prescription
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
    And the prescription is shown as verified
    And the pharmacy receives an RRE^O12 with
      | MSA-1 | AA |
      | ORC-1 | OK |
    And the placer and filler numbers are those of the prescription

  @REQ-PHA-013
  Scenario: A medicine to which the patient is allergic is refused
    Given the EHR has recorded an allergy to "Penicillin"
    When the EHR prescribes "Amoxicillin 500 mg" by mouth three times a day
    Then the message is acknowledged as accepted
    And the pharmacy answers "UA"
    And the prescription is shown as refused
    And the reason shown for the prescription names "allergy to Penicillin"

  @REQ-PHA-013
  Scenario: A second prescription of the same substance is refused
    Given an active order "Paracetamol 500 mg" by mouth every 6 hours
    When the EHR prescribes "Acetaminophen 325 mg" by mouth as needed
    Then the pharmacy answers "UA"
    And the prescription "Acetaminophen 325 mg" is shown as refused
    And the reason shown for the prescription names "duplicate therapy"
    And the prescription "Paracetamol 500 mg" is shown as verified

  @REQ-PHA-013
  Scenario: A pharmacist refuses what the screening has let pass
    Given the EHR has prescribed "Warfarin 5 mg" by mouth once a day
    When the pharmacy refuses the prescription because of "recent bleeding"
    Then the EHR receives an RDE^O11 with
      | ORC-1 | OC |
      | ORC-5 | CA |
    And the prescription is shown as refused
    And the reason shown for the prescription names "recent bleeding"
