@certification @certification-ehr @REQ-CERT-EHR-002
Feature: The EHR places orders
  Each order says for whom, what and by whom, under a number of the EHR.

  Background:
    Given the EHR under test admits a patient

  Scenario: A laboratory order
    When the EHR under test orders a laboratory test
    Then the message from the system under test has
      | ORC-1    | NW      |
      | ORC-2.1  | present |
      | ORC-3    | absent  |
      | ORC-5    | absent  |
      | ORC-9    | present |
      | ORC-12.1 | present |
      | OBR-4.1  | present |
      | OBR-16.1 | present |
    And each order of the message has one placer number
    And the visit is that of the admission

  Scenario: An imaging order goes to radiology and says so
    When the EHR under test orders an examination
    Then the message from the system under test has
      | ORC-1    | NW      |
      | ORC-2.1  | present |
      | ORC-3    | absent  |
      | OBR-4.1  | present |
      | OBR-16.1 | present |
      | OBR-24   | present |
    And each order of the message has one placer number
    And the visit is that of the admission

  Scenario: A prescription says what, how much and by which route
    When the EHR under test prescribes a medicine
    Then the message from the system under test has
      | ORC-1    | NW      |
      | ORC-2.1  | present |
      | ORC-12.1 | present |
      | RXR-1    | present |
    And each order of the message has one placer number
    And the visit is that of the admission
