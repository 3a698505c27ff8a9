@certification @certification-lis @REQ-CERT-LIS-006
Feature: The laboratory answers a cancellation
  Both sides agree at any time on whether an order is still to be done.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^206^A"

  Scenario: An order for tomorrow can be cancelled today
    When the EHR places the laboratory order "Potassium" to be done in 1 day
    Then the laboratory answers "OK"
    When the EHR cancels the order
    Then the laboratory answers "CR"
    And the order is shown as cancelled

  Scenario: A cancellation after the final result is refused, and the result stands
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory under test reports a final result
    And the EHR cancels the order
    Then the laboratory answers "UC"
    And the order is shown as final
    And a reason is shown for the order "Potassium"

  Scenario: A cancellation that crosses the work is granted or refused, but never both
    Given the EHR has placed the laboratory order "Potassium"
    When the EHR cancels the order
    And the EHR places the laboratory order "Sodium"
    And the laboratory under test reports a final result for "Sodium"
    Then the order "Potassium" is either cancelled or reported, not both
