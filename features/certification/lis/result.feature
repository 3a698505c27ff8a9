@certification @certification-lis @REQ-CERT-LIS-005
Feature: The laboratory's results can be read
  A value stands in the form that its type asks for, beside its unit and range, and its flag agrees with it.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^205^A"

  Scenario: A single number has a unit, a range and a flag that agrees
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory under test reports a final result
    Then each number has a unit, a range and a flag that agrees with it
    And each value has the form of its type and a status that fits the report

  Scenario Outline: The values of "<panel>" hold together
    Given the EHR has placed the laboratory order "<panel>"
    When the laboratory under test reports a final result
    Then each value has the form of its type and a status that fits the report
    And the message from the system under test is about the "patient"

    Examples:
      | panel                 |
      | Basic metabolic panel |
      | CBC                   |
      | Urinalysis            |

  Scenario: The report says who ordered it, and which specimen it is about
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory under test reports a final result
    Then the message from the system under test has
      | PID-3.1  | present |
      | PV1-19.1 | present |
      | OBR-4.1  | present |
      | OBR-7    | present |
      | OBR-16.1 | present |

  @since-2.5.1
  Scenario: The report says which laboratory vouches for it
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory under test reports a final result
    Then the message from the system under test has
      | OBX-23.1 | present |
