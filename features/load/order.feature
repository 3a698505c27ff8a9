@load @REQ-LOAD-002
Feature: The order of each patient's messages at pace
  Stays of many patients overlap, and still each patient is admitted before the transfer and transferred before the discharge.

  Scenario: Each patient's messages arrive in their order
    When the EHR admits, transfers and discharges 50 patients a second for 4 seconds
    Then no message is lost, doubled or reordered
