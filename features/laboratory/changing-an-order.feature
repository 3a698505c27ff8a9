@laboratory @REQ-LAB-016
Feature: Changing a laboratory order
  A change is granted or refused as a whole, and both sides agree on what holds afterwards.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^205^A"
    And the EHR has placed the laboratory order "CBC"

  Scenario: A routine order becomes urgent before the specimen has come
    When the EHR changes the priority of the order to STAT
    Then the laboratory answers "XR"
    And the laboratory knows the order as STAT
    And the order is shown as accepted

  Scenario: An order that is in process is not changed any more
    Given the laboratory has received the specimen
    When the EHR changes the priority of the order to STAT
    Then the laboratory answers "UX"
    And the laboratory knows the order as routine

  Scenario: An order is replaced by another
    When the EHR replaces the order by "CBC with differential"
    Then the laboratory answers "RQ" to the order "CBC"
    And the laboratory answers "OK" to the order "CBC with differential"
    And the order "CBC" is shown as replaced
    And the order "CBC with differential" is shown as accepted

  Scenario: A held order waits until it is released
    When the EHR holds the order
    Then the laboratory answers "HR"
    And the order is shown as held
    When the EHR releases the order
    Then the laboratory answers "OR"
    And the order is shown as released
