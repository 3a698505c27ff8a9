@must-fail @defect:loses-additives @pharmacy @REQ-PHA-012
Feature: An infusion without what is mixed into it
  Saline instead of potassium: the bag hangs, and nobody misses anything.

  Scenario: An infusion keeps its parts
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^241^A"
    When the EHR prescribes "Normal saline" into a vein at 125 mL/h with 20 mmol of "Potassium chloride" in it
    Then the message reaches the pharmacy unchanged
