@must-fail @defect:loses-order-reason @laboratory @REQ-LAB-015
Feature: An order that is cancelled for no reason
  Who does not know that the specimen was haemolysed draws no other one.

  Scenario: The ward is told why there will be no result
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^247^A"
    And the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    When the laboratory cancels the order because "Specimen haemolysed"
    Then the order is shown as cancelled by the laboratory
    And the reason shown for the order is "Specimen haemolysed"
