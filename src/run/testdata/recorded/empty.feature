Feature: Nothing

  Scenario: Empty
