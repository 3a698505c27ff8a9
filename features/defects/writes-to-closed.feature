@must-fail @defect:writes-to-closed @transport @REQ-TRN-004
Feature: A message that is written into a closed connection
  A receiver may close its connection at any time between two messages.

  Scenario: A system that closes its connections gets every message
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory closes the connection after it has acknowledged the next message
    When the EHR changes the telephone number to "(555) 555-0210"
    Then the laboratory knows the telephone number "(555) 555-0210"
    When the EHR places the imaging order "CT head"
    Then the radiology department answers "OK"
    When the EHR changes the telephone number to "(555) 555-0211"
    Then the laboratory knows the telephone number "(555) 555-0211"
