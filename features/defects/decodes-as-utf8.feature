@must-fail @defect:decodes-as-utf8 @laboratory @REQ-LAB-027
Feature: Letters that become question marks
  An engine that takes every message for UTF-8 destroys the letters of all other character sets.

  Scenario: A text in an older character set keeps its letters
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^217^A"
    And the systems write in the character set "8859/1"
    And the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports the text "Präparat übersät mit Erregern"
    Then the message is acknowledged as accepted
    And the EHR files the text "Präparat übersät mit Erregern"
