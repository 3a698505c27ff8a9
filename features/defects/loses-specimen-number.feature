@must-fail @defect:loses-specimen-number @laboratory @REQ-LAB-017
Feature: A result of no specimen
  Whether two results are of one blood draw, the number of the specimen says.

  Scenario: The specimen keeps its number from the receipt to the result
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^243^A"
    And the EHR has placed the laboratory order "Potassium" by an OML^O21
    And the laboratory has received the specimen
    When the laboratory reports a final result
    Then the EHR receives an ORU^R01
    And the specimen of the result is the one that the laboratory received
