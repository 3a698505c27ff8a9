@must-fail @defect:always-cr @laboratory @REQ-LAB-014
Feature: A cancellation that was refused and looks granted
  The ward believes that nothing will be done, and the laboratory is at work.

  Scenario: An order that is in process stays in process
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^227^A"
    And the EHR has placed the laboratory order "CBC"
    And the laboratory has received the specimen
    When the EHR cancels the order
    Then the laboratory answers "UC"
    And the order is shown as in process
