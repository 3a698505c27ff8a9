@certification @certification-ehr @manual @REQ-CERT-EHR-007
Feature: What the clinician sees
  No message shows the screen: somebody has to look at it.

  Scenario: A corrected result is shown as corrected, and the earlier value can still be found
    Given the EHR under test admits a patient
    And the EHR under test orders a laboratory test
    And the laboratory receives the specimen
    And the laboratory reports a final result
    When the laboratory corrects the first number of the result
    Then the message is acknowledged as accepted
    And a tester confirms that the result is shown as corrected, with its earlier value
