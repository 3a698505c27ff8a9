@load @REQ-LOAD-001
Feature: Admissions at the pace of a busy hospital
  Many patients come at once, and nobody has to wait for the one before.

  Scenario: Admissions are acknowledged in time and reach every department once
    When the EHR admits 200 patients a second for 2 seconds
    Then 99% are acknowledged within 2 seconds
    And no message is lost, doubled or reordered
