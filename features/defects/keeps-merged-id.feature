@must-fail @defect:keeps-merged-id @REQ-ADT-007
Feature: A number that lives on after its merge
  An engine that forwards messages under a number that was given up splits the record again.

  Scenario: A message for the number that was given up is refused or redirected
    Given a synthetic adult patient with an assigned record number
    And a "second record" of the same person
    And the EHR has added the person
    And the EHR has added the "second record"
    And the EHR has merged the "second record" into the "patient"
    When a message for the "second record" still comes from the EHR
    Then the laboratory gets it only under the number of the "patient", if at all
