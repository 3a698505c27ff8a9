@transport @REQ-TRN-003
Feature: One effect for one message
  A sender that missed the acknowledgment sends again; the message still counts once.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario: A message that is sent twice reaches the laboratory once
    When the EHR changes the telephone number to "(555) 555-0110"
    And the EHR sends the same message again
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once

  Scenario: A message whose acknowledgment was lost with the connection counts once
    Given the link from the EHR suffers "reset-before-ack" on the next message
    When the EHR changes the telephone number to "(555) 555-0111"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once

  Scenario: Ordinary messages reach each system once
    When the EHR changes the telephone number to "(555) 555-0112"
    Then the message reaches the laboratory exactly once
    And the message reaches the radiology department exactly once
    And the message reaches the pharmacy exactly once

  Scenario: Faults on both sides and a crash lose and double nothing
    Given the link from the EHR suffers "reset-before-ack:on=every 2"
    And the laboratory acknowledges the next message only after 12 seconds
    When the EHR changes the telephone number to "(555) 555-0113"
    And the EHR changes the telephone number to "(555) 555-0114"
    And the system under test is killed
    And the system under test is started again
    And the EHR changes the telephone number to "(555) 555-0115"
    Then no message is lost, doubled or reordered
