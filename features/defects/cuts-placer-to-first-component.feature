@must-fail @defect:cuts-placer-to-first-component @laboratory @REQ-LAB-025
Feature: Order numbers without their origin
  A placer number names an order only together with the application that assigned it.

  Scenario: The numbers of an order come back as they were sent
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^230^A"
    And the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result
    Then the order is shown as final
    And the placer and filler order numbers are those of the order
