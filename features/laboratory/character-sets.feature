@laboratory @REQ-LAB-027
Feature: Letters of other languages
  A text is filed with the letters with which it was written, whatever character set carries it.

  Scenario Outline: A text in <character set> keeps its letters
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^215^A"
    And the systems write in the character set "<character set>"
    And the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports the text "<text>"
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
    And the EHR files the text "<text>"

    Examples:
      | character set | text                                             |
      | 8859/1        | Präparat übersät mit Erregern, Ø 4 µm, 37 °C      |
      | 8859/2        | Żółte kolonie, wzrost umiarkowany                |
      | UNICODE UTF-8 | Kultur ☣ 山田: ≥ 10⁵ КОЕ/мл – Präparat übersät    |
