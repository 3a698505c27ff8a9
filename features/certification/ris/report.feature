@certification @certification-ris @REQ-CERT-RIS-005
Feature: The radiology department reports
  What was dictated is marked as such until a radiologist has signed it.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^225^A"
    And the EHR has placed the imaging order "CT head"

  Scenario: A dictated report becomes a signed one
    When the radiology department under test dictates a preliminary report
    Then the message from the system under test has
      | OBR-25 | P       |
      | OBX-11 | P       |
      | OBX-5  | present |
    And the order is shown as preliminary
    When the radiology department under test signs the report
    Then the message from the system under test has
      | OBR-25 | F       |
      | OBX-11 | F       |
      | OBX-5  | present |
    And the order is shown as final

  Scenario: The report says what was examined, for whom, and who vouches for it
    When the radiology department under test signs the report
    Then the message from the system under test has
      | PID-3.1    | present         |
      | PV1-19.1   | present         |
      | OBR-4.1    | present         |
      | OBR-16.1   | present         |
      | OBR-22     | present         |
      | OBR-32.1.1 | present         |
      | OBX-2      | /^(TX\|FT\|ED)$/ |
    And the message from the system under test is about the "patient"

  Scenario: Each part of the report has the form of its type and a status that fits
    When the radiology department under test signs the report
    Then each value has the form of its type and a status that fits the report
