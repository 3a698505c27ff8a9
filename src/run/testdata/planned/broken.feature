Feature: Broken

  Scenario: One
    Given something defined
    Giben something misspelt
