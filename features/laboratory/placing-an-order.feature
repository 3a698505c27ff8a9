@laboratory @REQ-LAB-011
Feature: Placing a laboratory order
  What the ward asks for reaches the laboratory as it was asked, and the ward learns under which number it is done.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^201^A"

  Scenario: An accepted order is known to the EHR under the number that the laboratory gave it
    When the EHR places the laboratory order "Potassium"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
    And the EHR receives an ORR^O02 with
      | ORC-1 | OK      |
      | ORC-2 | present |
      | ORC-3 | present |
    And the order is shown as accepted
    And the placer and filler order numbers are those of the order

  Scenario Outline: A <priority> order is worked on as <priority>
    When the EHR places the <priority> laboratory order "Lactate"
    Then the laboratory receives an ORM^O01 with
      | ORC-1   | NW     |
      | ORC-7.6 | <code> |
    And the laboratory answers "OK"
    And the laboratory knows the order as <priority>

    Examples:
      | priority | code |
      | routine  | R    |
      | urgent   | A    |
      | STAT     | S    |

  Scenario: A timed order says when it is to be done
    When the EHR places the laboratory order "Vancomycin" to be done in 6 hours
    Then the laboratory receives an ORM^O01 with
      | ORC-7.4 | present |
      | ORC-7.6 | T       |
    And the laboratory answers "OK"
    And the laboratory knows the order as timed

  Scenario: A repeated order says how often
    When the EHR places the laboratory order "Glucose" repeated "Q6H"
    Then the laboratory receives an ORM^O01 with
      | ORC-7.2 | Q6H |
    And the laboratory answers "OK"

  Scenario: An order for an outpatient is accepted
    Given a synthetic adult patient with an assigned record number
    And the EHR has registered the patient as an outpatient
    When the EHR places the laboratory order "Lipid panel"
    Then the message is acknowledged as accepted
    And the laboratory answers "OK"
    And the order is shown as accepted

  Scenario: The diagnosis and what the laboratory wants to know travel with the order
    When the EHR places the laboratory order "Lipid panel" for the diagnosis "Diabetes" with the answers
      | Fasting? | Yes |
      | Smoker?  | No  |
    Then the laboratory receives an ORM^O01 with
      | DG1-3.1    | E11.9    |
      | DG1-3.3    | I10      |
      | OBX-3.2    | Fasting? |
      | OBX-5      | Yes      |
      | OBX[2]-3.2 | Smoker?  |
      | OBX[2]-5   | No       |
    And the laboratory answers "OK"

  Scenario: An order that is sent twice is done once
    When the EHR places the laboratory order "Potassium"
    And the EHR sends the same message again
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once
    And the order is shown as accepted
