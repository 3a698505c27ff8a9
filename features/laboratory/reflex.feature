@laboratory @REQ-LAB-021
Feature: Tests that the laboratory adds
  A further test names the order and the value that led to it, and leaves that order as it was.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^210^A"

  Scenario: A reflex test is linked to the value that led to it
    Given a final result for "TSH" of 12.4 "m[IU]/L"
    When the laboratory adds "Free T4" because of "TSH" and reports it
    Then the message is acknowledged as accepted
    And the EHR receives an ORU^R01 with
      | ORC-2    | absent  |
      | ORC-3    | present |
      | OBR-26.1 | 3016-3  |
      | OBR-29   | present |
    And the EHR files "Free T4" as a consequence of "TSH"
    And the order is shown as final
    And the EHR files the result as
      | test | value | status | earlier |
      | TSH  | 12.4  | final  |         |

  Scenario: A test that is added on request uses the specimen of the order
    Given a final result for "TSH" of 2.1 "m[IU]/L"
    When the laboratory adds "Free T4" on request and reports it
    Then the EHR receives an ORU^R01 with
      | ORC-3  | present |
      | OBR-11 | A       |
      | OBR-29 | present |
      | SPM-2  | present |
    And the EHR files "Free T4" as a consequence of "TSH"
    And the specimen of both results is the same

  Scenario: An order of the laboratory's own gets a number from the EHR
    When the laboratory orders "Magnesium" by itself
    Then the EHR receives an ORM^O01 with
      | ORC-1 | SN      |
      | ORC-2 | absent  |
      | ORC-3 | present |
    And the laboratory receives an ORR^O02 with
      | ORC-1 | NA      |
      | ORC-2 | present |
      | ORC-3 | present |
