@must-fail @defect:no-idle-timeout @security @REQ-SEC-004
Feature: Frames that never end are waited for without end
  Each of them holds a connection and its memory, until there is none left.

  Scenario: A sender that falls silent in mid-message is let go
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the link from the EHR suffers "missing-end" on the next message
    When the EHR changes the telephone number to "(555) 555-0182"
    Then the system under test refuses the connection
