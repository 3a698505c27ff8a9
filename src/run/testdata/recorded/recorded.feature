@adt @REQ-ADT-001
Feature: A stay
  A patient comes and goes.

  Background:
    Given a patient

  Scenario: All is well
    When something is attached
    Then the fields are
      | PID-5 | DOE |
      | PID-7 | /\d+/ |

  Scenario Outline: A bed
    Then the bed is "<bed>"

    Examples:
      | ward | bed |
      | ICU  | A   |
      | 4W   | B   |

  Rule: What is wrong has a verdict

    Background:
      Given another patient

    @must-fail
    Scenario: A failed expectation
      When an expectation fails
      Then the bed is "A"

    Scenario: A prerequisite is missing
      When something is not testable

    Scenario: A person has to look
      When somebody has to look

    Scenario: Nobody has defined it
      When nobody has defined this

    Scenario: Two have defined it
      When two have defined this

    @broken-hook
    Scenario: A hook that breaks
      Then the bed is "A"

