@must-fail @defect:orders-by-msh7 @transport @REQ-TRN-004
Feature: Messages that are sorted by a clock
  MSH-7 is the sender's clock, which may be wrong; the order of messages is that in which they came.

  Scenario: Messages of a system whose clock goes wrong arrive in the order in which they were sent
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the laboratory cannot be reached
    And the link from the EHR suffers "clock-skew:variant=ahead" on the next message
    When the EHR sends 3 updates at once
    Then the message is acknowledged as accepted
    When the laboratory can be reached again
    Then the last 3 messages reach the laboratory in the order in which they were sent
