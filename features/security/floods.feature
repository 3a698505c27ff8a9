@security @REQ-SEC-004
Feature: Senders that are slow, silent or many
  Who does not go on waits alone. Nobody else notices, and what they held is free again.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew
    And the EHR has added the person

  Scenario Outline: A message is served among <what>
    Given the link from the EHR suffers "slow-and-many:<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0180"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once

    Examples:
      | what                                      | fault                                   |
      | connections that began and do not go on   | doing=begun,connections=200,rate=1000   |
      | connections that say nothing              | doing=idle,connections=500,rate=1000    |
      | many connections while it comes slowly    | doing=begun,connections=50,gap=5ms      |

  Scenario: A sender that falls silent in mid-message is let go, and the next one is served
    Given the link from the EHR suffers "missing-end" on the next message
    When the EHR changes the telephone number to "(555) 555-0183"
    Then the system under test refuses the connection
    When the EHR changes the telephone number to "(555) 555-0184"
    Then the laboratory knows the telephone number "(555) 555-0184"

  Scenario: After a flood the next messages are served as ever
    Given the link from the EHR suffers "slow-and-many:doing=begun,connections=300,rate=1000" on the next message
    When the EHR changes the telephone number to "(555) 555-0181"
    Then the message is acknowledged as accepted
    When the EHR sends 5 updates at once
    Then the last 5 messages reach the laboratory in the order in which they were sent
