@must-fail @defect:ignores-authority @REQ-ADT-008
Feature: A record number without its authority
  Two hospitals may give the same number: an engine that looks at the number alone files results on the wrong patient.

  Scenario: An order for somebody with the same number at another hospital is refused
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And a "stranger" with the same number at another hospital, whom only the EHR knows
    When the EHR places the laboratory order "Potassium" for the "stranger"
    Then the message is acknowledged as in error with error 204
