@must-fail @defect:loses-filler-number @laboratory @REQ-LAB-025
Feature: Results without the number of the laboratory
  Whoever asks the laboratory about a result needs the number that the laboratory gave it.

  Scenario: A result names the order by both numbers
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^234^A"
    And the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result
    Then the order is shown as final
    And the placer and filler order numbers are those of the order
