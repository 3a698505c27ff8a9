@must-fail @defect:ack-before-store @REQ-TRN-005
Feature: A message that is acknowledged before it is safe
  An engine that answers first and stores later loses what it has accepted when it ends in between.

  Scenario: An accepted message survives a crash right behind its acknowledgment
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory cannot be reached
    When the EHR changes the telephone number to "(555) 555-0140"
    Then the message is acknowledged as accepted
    When the system under test is killed
    And the system under test is started again
    And the laboratory can be reached again
    Then the laboratory knows the telephone number "(555) 555-0140"
