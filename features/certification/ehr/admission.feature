@certification @certification-ehr @REQ-CERT-EHR-001
Feature: The EHR tells of admissions
  Every department learns who has come, and under which numbers.

  Scenario: An admission names the patient, the bed and the visit
    Given the EHR under test admits a patient
    Then the message from the system under test has
      | MSH-7      | present    |
      | MSH-10     | present    |
      | EVN-2      | present    |
      | PID-3.1    | present    |
      | PID-3.4    | present    |
      | PID-5.1    | present    |
      | PID-7      | present    |
      | PID-8      | /^[FMOUAN]$/ |
      | PV1-2      | I          |
      | PV1-3.1    | present    |
      | PV1-19.1   | present    |
      | PV1-44     | present    |

  Scenario: Every department hears of the admission
    Given the EHR under test admits a patient
    Then the admission reaches the laboratory
    And the admission reaches the radiology department
    And the admission reaches the pharmacy
