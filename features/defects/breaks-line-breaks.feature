@must-fail @defect:breaks-line-breaks @radiology @REQ-RAD-022
Feature: A report without its lines
  Two lines that run together may say something else than each of them.

  Scenario: Formatted text keeps its line breaks
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^228^A"
    And the EHR has placed the imaging order "Chest X-ray"
    And the radiology department has completed the examination
    When the radiology department signs the formatted text
      """
      The lungs are clear.
      No fracture.
      """
    Then the EHR files the text
      """
      The lungs are clear.
      No fracture.
      """
