@certification @certification-ris @REQ-CERT-RIS-006
Feature: The radiology department answers a cancellation
  Both sides agree at any time on whether an examination is still to be done.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^226^A"

  Scenario: An examination for tomorrow can be cancelled today
    When the EHR places the imaging order "MR brain" to be done in 1 day
    Then the radiology department answers "OK"
    When the EHR cancels the order
    Then the radiology department answers "CR"
    And the order is shown as cancelled

  Scenario: A cancellation after the signed report is refused, and the report stands
    Given the EHR has placed the imaging order "CT head"
    When the radiology department under test signs the report
    And the EHR cancels the order
    Then the radiology department answers "UC"
    And the order is shown as final
    And a reason is shown for the order "CT head"

  Scenario: A cancellation that crosses the work is granted or refused, but never both
    Given the EHR has placed the imaging order "Chest X-ray"
    When the EHR cancels the order
    And the EHR places the imaging order "CT head"
    And the radiology department under test signs the report of "CT head"
    Then the order "Chest X-ray" is either cancelled or reported, not both
