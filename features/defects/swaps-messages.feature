@must-fail @defect:swaps-messages @REQ-TRN-004
Feature: Messages of one patient that overtake each other
  A transfer before the admission, a correction before the result: the order of one patient's messages carries meaning.

  Scenario: Messages of one patient arrive in the order in which they were sent
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    When the EHR sends 4 updates at once
    Then the last 4 messages reach the laboratory in the order in which they were sent
