@must-fail @defect:loses-queue-on-restart @transport @REQ-TRN-005
Feature: A queue that ends with the process
  What was accepted and not yet delivered is the engine's alone: nobody else has it.

  Scenario: A queue survives an orderly restart
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory cannot be reached
    When the EHR changes the telephone number to "(555) 555-0207"
    Then the message is acknowledged as accepted
    When the system under test is stopped
    And the system under test is started again
    And the laboratory can be reached again
    Then the laboratory knows the telephone number "(555) 555-0207"
