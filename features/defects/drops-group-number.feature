@must-fail @defect:drops-group-number @laboratory @REQ-LAB-013
Feature: Orders of one requisition that fall apart
  The group number says which orders were written together.

  Scenario: All orders of a requisition share its group number
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^231^A"
    When the EHR places one requisition for the laboratory with
      | CBC       |
      | Potassium |
    Then the laboratory answers "OK" to the order "CBC"
    And the placer, filler and group numbers are those of the order "Potassium"
