@REQ-LAB-900
Feature: Orders while the laboratory is closed
  Nobody waits for a result that will not come.

  Scenario: The EHR learns that the laboratory takes no order
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^101^A"
    And the link from the EHR suffers "line-feed-after-frame:count=2" on the next message
    When the EHR places the laboratory order "Potassium"
    Then the laboratory answers "UA"
    And the order is shown as refused
    And the reason shown for the order is "closed for stocktaking"
