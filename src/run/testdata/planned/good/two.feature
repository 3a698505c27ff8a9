@adt
Feature: Two

  Scenario: One
    Given something defined

  @manual
  Scenario Outline: Two <n>
    Given something defined
    Then nobody has defined <n>

    Examples:
      | n |
      | 1 |
      | 2 |
