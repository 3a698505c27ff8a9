@pharmacy @REQ-PHA-012
Feature: What the pharmacy makes of a prescription
  Medicine, dose, route and timing stand in the encoded order as they were prescribed.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^221^A"

  Scenario Outline: <what> reaches the ward as it was prescribed
    When the EHR prescribes <medicine>
    Then the message reaches the pharmacy unchanged
    And the pharmacy answers "OK"
    When the pharmacy verifies the prescription
    Then the message reaches the EHR unchanged
    And the encoded order has the medicine, dose, route and timing that were ordered

    Examples:
      | what                            | medicine                                                     |
      | a repeated dose                 | "Lisinopril 10 mg" by mouth once a day                       |
      | a dose as needed                | "Morphine" into a vein every 4 hours as needed               |
      | another dose than the usual one | 250 mg of "Amoxicillin 500 mg" by mouth three times a day    |
      | a single dose                   | "Lorazepam 1 mg" by mouth once                               |
      | an injection under the skin     | "Enoxaparin" under the skin every 24 hours                   |

  Scenario: A taper keeps its parts in their order
    When the EHR prescribes "Prednisone 20 mg" by mouth as a taper
      | dose  | frequency      | days |
      | 40 mg | in the morning | 3    |
      | 20 mg | in the morning | 3    |
      | 10 mg | in the morning | 4    |
    Then the message reaches the pharmacy unchanged
    And the pharmacy answers "OK"
    When the pharmacy verifies the prescription
    Then the EHR receives an RDE^O11 with
      | TQ1[1]-3  | QAM    |
      | TQ1[1]-12 | S      |
      | TQ1[2]-2  | 20     |
      | TQ1[3]-2  | 10     |
      | TQ1[3]-12 | absent |
    And the encoded order has the medicine, dose, route and timing that were ordered

  Scenario: An infusion keeps its rate and its parts
    When the EHR prescribes "Normal saline" into a vein at 125 mL/h with 20 mmol of "Potassium chloride" in it
    Then the message reaches the pharmacy unchanged
    And the pharmacy answers "OK"
    When the pharmacy verifies the prescription
    Then the EHR receives an RDE^O11 with
      | RXE-23   | 125 |
      | RXC[1]-1 | B   |
      | RXC[2]-1 | A   |
      | RXC[2]-3 | 20  |
    And the encoded order has the medicine, dose, route and timing that were ordered

  @REQ-PHA-017
  Scenario: A dispensed medicine is announced to the ward
    Given an active order "Metformin 500 mg" by mouth twice a day
    When the pharmacy dispenses the medicine
    Then the message is acknowledged as accepted
    And the EHR receives an RDS^O13 with
      | ORC-1  | RE      |
      | RXD-1  | 1       |
      | RXD-4  | present |
      | RXD-7  | present |
      | RXD-18 | present |
    And the prescription is shown as dispensed
    And the placer and filler numbers are those of the prescription

  @REQ-PHA-017
  Scenario: A supply whose acknowledgment got lost is counted once
    Given an active order "Metformin 500 mg" by mouth twice a day
    And the acknowledgment of the next supply gets lost
    When the pharmacy dispenses the medicine
    Then the message is acknowledged as accepted
    And the prescription is shown as dispensed
    When the pharmacy dispenses the medicine
    Then the EHR shows 2 supplies of the medicine
