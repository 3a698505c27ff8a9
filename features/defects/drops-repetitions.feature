@must-fail @defect:drops-repetitions @radiology @REQ-RAD-022
Feature: A report of which the first paragraph arrives
  Each repetition of OBX-5 is a paragraph; the last one holds the conclusion.

  Scenario: Every paragraph arrives
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^232^A"
    And the EHR has placed the imaging order "Chest X-ray"
    And the radiology department has completed the examination
    When the radiology department signs the paragraphs
      """
      The lungs are clear.
      There is a fracture of the seventh rib.
      """
    Then the message reaches the EHR unchanged
