@radiology @manual @REQ-RAD-020
Feature: What the clinician sees of a report
  A report that arrives unchanged is of no use if the screen shows it otherwise: a tester looks.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^215^A"
    And the EHR has placed the imaging order "Chest X-ray"
    And the radiology department has completed the examination

  Scenario: Three paragraphs are shown in their order
    When the radiology department signs the paragraphs
      """
      TECHNIQUE: Two views, standing.
      FINDINGS: The lungs are clear. The heart is of normal size.
      IMPRESSION: Normal chest.
      """
    Then the order is shown as final
    And a tester confirms "the three paragraphs are shown in order, each on a line of its own" with a screenshot

  Scenario: An addendum stands beside the signed report
    Given the radiology department has signed the paragraphs
      """
      There is no fracture.
      """
    When the radiology department adds the addendum "Compared with the examination of last year: no change."
    Then the order is shown as corrected
    And a tester confirms "the signed text is still there, with the addendum below it and marked as such" with a screenshot
