@must-fail @defect:drops-z-segment @laboratory @REQ-LAB-020
Feature: Site segments that get lost
  What two systems have agreed to tell each other in a segment of their own is not the engine's to leave out.

  Scenario: A result keeps the segment that the sites have agreed on
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^218^A"
    And a final result for "Potassium" of 4.4 "mmol/L"
    When the laboratory sends the result once more with the segment "ZLB|1|cold chain kept"
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
