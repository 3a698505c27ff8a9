@must-fail @defect:needs-end-in-one-chunk @transport @REQ-TRN-001
Feature: A message whose end comes in two pieces
  The two bytes that end a frame may arrive one after the other.

  Scenario: A message whose last byte comes later is accepted
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "split-at-boundary:where=fs-cr,gap=4s" on the next message
    When the EHR changes the telephone number to "(555) 555-0202"
    Then the message is acknowledged as accepted
