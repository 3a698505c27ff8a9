@laboratory @REQ-LAB-013
Feature: Several orders on one requisition
  Each order of a requisition is answered by itself, and one that is refused leaves no ghost behind.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^202^A"

  Scenario: All orders of a requisition share its group number
    When the EHR places one requisition for the laboratory with
      | CBC         |
      | Potassium   |
      | Lipid panel |
    Then the message reaches the laboratory unchanged
    And the laboratory answers "OK" to the order "CBC"
    And the placer, filler and group numbers are those of the order "CBC"
    And the placer, filler and group numbers are those of the order "Potassium"
    And the placer, filler and group numbers are those of the order "Lipid panel"

  Scenario: A requisition is accepted in part
    When the EHR places one requisition for the laboratory with
      | CBC                |             |
      | Moon rock analysis | not offered |
      | Creatinine         |             |
    Then the message is acknowledged as accepted
    And the EHR receives an ORR^O02 with
      | MSA-1    | AA |
      | ORC-1    | OK |
      | ORC[2]-1 | UA |
      | ORC[3]-1 | OK |
    And the order "CBC" is shown as accepted
    And the order "Moon rock analysis" is shown as refused
    And the order "Creatinine" is shown as accepted
    And the laboratory holds no order "Moon rock analysis"

  Scenario: A refused order is shown as refused, with the reason
    When the EHR places the laboratory order "Moon rock analysis", which the laboratory does not offer
    Then the message is acknowledged as accepted
    And the laboratory answers "UA"
    And the order is shown as refused
    And a reason is shown for the order "Moon rock analysis"
    And the laboratory holds no order "Moon rock analysis"

  Scenario: One result of a requisition says nothing about the others
    Given the EHR has placed one requisition for the laboratory with
      | CBC       |
      | Potassium |
    When the laboratory reports a final result for "Potassium"
    Then the order "Potassium" is shown as final
    And the placer, filler and group numbers are those of the order "Potassium"
    And the order "CBC" is shown as accepted
