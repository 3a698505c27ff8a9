@laboratory @REQ-LAB-024
Feature: Where a result is filed
  A result finds the right patient and the right visit, or it is refused; it never lands with somebody else, and counts once.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^212^A"

  Scenario: A result that nobody ordered is filed for the patient whom it names
    When the laboratory reports "Magnesium" without an order
    Then the message is acknowledged as accepted
    And the EHR receives an ORU^R01 with
      | ORC-2 | absent  |
      | ORC-3 | present |
    And the EHR files "Magnesium" without an order

  Scenario: A result for a patient whom nobody knows is refused
    Given a final result for "Potassium" of 4.4 "mmol/L"
    And another patient, the "stranger"
    When the laboratory sends the result for the "stranger" by mistake
    Then the message is acknowledged as in error with error 204 at PID-3
    And the EHR files nothing for the "stranger"

  Scenario: A result never lands with another patient
    Given a final result for "Potassium" of 4.4 "mmol/L"
    And another patient, the "neighbour"
    And the EHR has added the "neighbour"
    When the laboratory sends the result for the "neighbour" by mistake
    Then the message is acknowledged as in error with error 204
    And the EHR files nothing for the "neighbour"

  Scenario: A result that is sent twice counts once
    Given the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    And the laboratory reports a final result of 4.4 "mmol/L"
    When the laboratory sends the result again
    Then the message is acknowledged as accepted
    And the EHR files the result exactly once

  Scenario: A result that comes after the discharge is filed under the closed visit
    Given the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    And the EHR has discharged the patient
    And the laboratory sees the visit closed
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the message is acknowledged as accepted
    And the order is shown as final
    And the EHR files the result under the visit of the order

  Scenario: A result for a record that was merged meanwhile is filed under the surviving one
    Given a "second record" of the same person
    And the EHR has added the "second record"
    And the EHR has placed the laboratory order "Potassium" for the "second record"
    And the EHR has merged the "second record" into the "patient"
    And the laboratory receives an ADT^A40
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the message is acknowledged as accepted
    And the order is shown as final
    And the EHR files the result in the record of the "patient"

  Scenario: A laboratory that has not heard of the merge does not bring the old number back
    Given a "second record" of the same person
    And the EHR has added the "second record"
    And the EHR has placed the laboratory order "Potassium" for the "second record"
    And the laboratory cannot be reached
    And the EHR has merged the "second record" into the "patient"
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the EHR gets it only under the number of the "patient", if at all
