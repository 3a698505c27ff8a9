@adt @REQ-ADT-007
Feature: Two records of one person
  After a merge only the surviving number is used, whoever still sends the other one.

  Background:
    Given a synthetic adult patient with an assigned record number
    And a "second record" of the same person
    And the EHR has admitted the patient to "MED1^208^A"
    And the EHR has added the "second record"

  Scenario: A merge names the survivor and the number that is given up
    When the EHR merges the "second record" into the "patient"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A40 with
      | PID-3.1 | present |
      | MRG-1.1 | present |
    And the message reaches the pharmacy unchanged

  Scenario: A message for the number that was given up is refused or redirected
    Given the EHR has merged the "second record" into the "patient"
    When a message for the "second record" still comes from the EHR
    Then the laboratory gets it only under the number of the "patient", if at all
    And the radiology department gets it only under the number of the "patient", if at all
