@certification @certification-ehr @REQ-CERT-EHR-005
Feature: The EHR follows the patient through the stay
  A transfer and a discharge belong to the visit of the admission.

  Background:
    Given the EHR under test admits a patient

  Scenario: A transfer says from where and to where
    When the EHR under test transfers the patient
    Then the message from the system under test has
      | EVN-2   | present |
      | PV1-3.1 | present |
      | PV1-6.1 | present |
    And the patient comes from the bed of the admission
    And the visit is that of the admission

  Scenario: A discharge ends the visit
    When the EHR under test discharges the patient
    Then the message from the system under test has
      | EVN-2  | present |
      | PV1-45 | present |
    And the visit is that of the admission
