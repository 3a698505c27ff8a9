@must-fail @defect:everyone-inpatient @adt @REQ-ADT-003
Feature: Outpatients in beds that they do not have
  PV1-2 decides where a patient is looked for, and what the stay costs.

  Scenario: An outpatient is registered as an outpatient
    Given a synthetic adult patient with an assigned record number
    When the EHR registers the patient as an outpatient
    Then the laboratory receives an ADT^A04 with
      | PV1-2 | O |
