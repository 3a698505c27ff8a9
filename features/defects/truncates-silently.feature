@must-fail @defect:truncates-silently @laboratory @REQ-LAB-020
Feature: Long texts that lose their end
  An engine that cuts a long value forwards a report whose conclusion is missing, and nobody is told.

  Scenario: A long text reaches the EHR to its last word
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^216^A"
    And the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports a text of 1000 characters
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
