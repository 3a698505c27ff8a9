@adt @REQ-ADT-002
Feature: Planned admission
  A planned visit occupies no bed until it begins, and begins under the number that it was planned with.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: A planned admission is known before the patient arrives
    When the EHR plans an admission
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A05 with
      | PV1-2  | P       |
      | PV1-19 | present |
    And the laboratory sees the visit planned

  Scenario: A planned visit begins under its own number
    Given the EHR has planned an admission
    When the EHR admits the patient to "SURG1^401^A" as planned
    Then the message is acknowledged as accepted
    And the laboratory sees the visit open in "SURG1^401^A"
    And the pharmacy sees the visit open in "SURG1^401^A"

  Scenario: A plan that is dropped leaves no visit
    Given the EHR has planned an admission
    When the EHR cancels the planned admission
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A38
    And the laboratory sees the visit void
