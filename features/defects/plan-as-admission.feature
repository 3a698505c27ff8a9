@must-fail @defect:plan-as-admission @adt @REQ-ADT-002
Feature: A bed that is taken by somebody who has not come
  A planned visit begins when the patient arrives.

  Scenario: A planned admission stays planned
    Given a synthetic adult patient with an assigned record number
    When the EHR plans an admission
    Then the laboratory receives an ADT^A05
    And the laboratory sees the visit planned
