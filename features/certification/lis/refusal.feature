@certification @certification-lis @REQ-CERT-LIS-003
Feature: The laboratory says what it does not do
  An order that cannot be done is refused with a reason, so that nobody on the ward waits for a result.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: A test that the laboratory does not offer is refused with a reason
    Given the EHR has admitted the patient to "MED1^203^A"
    When the EHR places the laboratory order "Moon dust", which the laboratory does not offer
    Then the message is acknowledged as accepted
    And the laboratory answers "UA"
    And the order is shown as refused
    And a reason is shown for the order "Moon dust"

  Scenario: A requisition is accepted in part
    Given the EHR has admitted the patient to "MED1^203^A"
    When the EHR places one requisition for the laboratory with
      | Sodium    |             |
      | Moon dust | not offered |
    Then the laboratory answers "OK" to the order "Sodium"
    And the laboratory answers "UA" to the order "Moon dust"
    When the laboratory under test reports a final result for "Sodium"
    Then the order "Sodium" is shown as final
    And the order "Moon dust" is shown as refused

  Scenario: An order for somebody of whom the laboratory has not heard is not left lying
    Given the EHR has admitted the patient without telling anybody
    When the EHR places the laboratory order "Potassium"
    Then the order is refused with a reason, or accepted under a filler number
