@adt @REQ-ADT-006
Feature: Changed demographics
  An update replaces what it names, deletes what it names as null, and leaves the rest alone.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: A changed telephone number reaches every system during a visit
    Given the EHR has admitted the patient to "MED1^205^A"
    When the EHR changes the telephone number to "(555) 555-0123"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A08
    And the laboratory knows the telephone number "(555) 555-0123"
    And the pharmacy knows the telephone number "(555) 555-0123"

  Scenario: A person without a visit is updated too
    Given the EHR has added the person
    When the EHR changes the telephone number to "(555) 555-0199"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A31 with
      | PV1-2 | N |
    And the laboratory knows the telephone number "(555) 555-0199"

  Scenario: A telephone number is deleted by null, not kept because the field is empty
    Given the EHR has admitted the patient to "MED1^206^A"
    When the EHR takes away the telephone number
    Then the laboratory receives an ADT^A08 with
      | PID-13 | null |
    And the laboratory knows no telephone number
    And the pharmacy knows no telephone number

  Scenario: A list of next of kin is taken away as a whole
    Given the EHR has admitted the patient to "MED1^207^A"
    When the EHR takes away the next of kin
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
