@radiology @REQ-RAD-022
Feature: Reports of radiology
  What was signed stays as it was written; what is added or corrected says so.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^212^A"
    And the EHR has placed the imaging order "Chest X-ray"
    And the radiology department has completed the examination

  Scenario: A dictated report is shown as preliminary
    When the radiology department dictates a preliminary report
    Then the message is acknowledged as accepted
    And the EHR receives an ORU^R01 with
      | ORC-1  | RE      |
      | OBR-25 | P       |
      | OBR-32 | present |
      | OBX-11 | P       |
    And the order is shown as preliminary

  Scenario: Signing makes the preliminary report final
    Given the radiology department has dictated a preliminary report
    When the radiology department signs the report
    Then the EHR receives an ORU^R01 with
      | OBR-25    | F |
      | OBX-11    | F |
      | OBX[3]-11 | F |
    And the order is shown as final

  Scenario: The signed text replaces the dictated one
    When the radiology department dictates the preliminary report
      """
      Opacity in the left lower zone?
      """
    And the radiology department signs the paragraphs
      """
      Consolidation of the left lower lobe.
      """
    Then the order is shown as final
    And the EHR files the text "Consolidation of the left lower lobe."

  Scenario: An addendum never removes the signed text
    Given the radiology department has signed the paragraphs
      """
      The lungs are clear.
      There is no fracture.
      """
    When the radiology department adds the addendum "Compared with the examination of last year: no change."
    Then the EHR receives an ORU^R01 with
      | OBR-25    | C |
      | OBX-11    | F |
      | OBX[2]-11 | F |
    And the EHR files the text
      """
      The lungs are clear.
      There is no fracture.
      ADDENDUM
      Compared with the examination of last year: no change.
      """

  Scenario: A corrected report shows the new text and keeps the earlier one
    Given the radiology department has signed the paragraphs
      """
      There is no fracture.
      """
    When the radiology department corrects the report to "Fracture of the seventh rib on the left."
    Then the EHR receives an ORU^R01 with
      | OBR-25 | C |
      | OBX-11 | C |
    And the order is shown as corrected
    And the EHR files the text
      """
      CORRECTED REPORT
      Fracture of the seventh rib on the left.
      """
    And the EHR keeps the earlier text "There is no fracture."

  Scenario: Paragraphs arrive as they were written
    When the radiology department signs the paragraphs
      """
      TECHNIQUE: PA & lateral, 120 kV | 2 views.
      FINDINGS: Nodule of 4 x 6 mm (S2 ~ S3), <1 cm; \heart not enlarged\.
      Cardiothoracic ratio 0.48^normal.
      IMPRESSION: No acute finding; follow-up in 6-12 months?
      """
    Then the message reaches the EHR unchanged
    And the EHR files the text
      """
      TECHNIQUE: PA & lateral, 120 kV | 2 views.
      FINDINGS: Nodule of 4 x 6 mm (S2 ~ S3), <1 cm; \heart not enlarged\.
      Cardiothoracic ratio 0.48^normal.
      IMPRESSION: No acute finding; follow-up in 6-12 months?
      """

  Scenario: Formatted text keeps its line breaks
    When the radiology department signs the formatted text
      """
      FINDINGS
      The lungs are clear.

      IMPRESSION
      Normal chest & no fracture.
      """
    Then the message reaches the EHR unchanged
    And the EHR files the text
      """
      FINDINGS
      The lungs are clear.

      IMPRESSION
      Normal chest & no fracture.
      """

  Scenario: A signed report is also filed as a document
    When the radiology department signs the paragraphs as a result and as a document
      """
      The lungs are clear.
      There is no fracture.
      """
    Then the EHR receives an MDM^T02 with
      | TXA-12 | present |
      | TXA-17 | AU      |
    And the EHR files the signed document
      """
      The lungs are clear.
      There is no fracture.
      """
    And the order is shown as final
