@must-fail @defect:ua-as-ok @laboratory @REQ-LAB-013
Feature: A refused order that looks accepted
  The ward waits for a result that nobody will report.

  Scenario: A refused order is shown as refused
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^240^A"
    When the EHR places the laboratory order "Moon rock analysis", which the laboratory does not offer
    Then the order is shown as refused
