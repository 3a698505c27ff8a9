@must-fail @defect:loses-parent @laboratory @REQ-LAB-021
Feature: A further test of which nobody knows the reason
  The result that led to it stands in OBR-26, its order in OBR-29.

  Scenario: A reflex test is linked to the value that led to it
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^242^A"
    And a final result for "TSH" of 12.4 "m[IU]/L"
    When the laboratory adds "Free T4" because of "TSH" and reports it
    Then the EHR files "Free T4" as a consequence of "TSH"
