@must-fail @defect:loses-messages @REQ-LOAD-002
Feature: A message in a hundred that is accepted and forgotten
  Nobody misses a single message; who counts all of them does.

  Scenario: Every admission that was accepted reaches the departments
    When the EHR admits 200 patients a second for 2 seconds
    Then no message is lost, doubled or reordered
