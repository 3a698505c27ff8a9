@transport @REQ-TRN-005
Feature: Interruptions of the system under test
  What it has accepted survives its own end, and it goes on where it stopped.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario: An accepted message survives a crash
    Given the laboratory cannot be reached
    When the EHR changes the telephone number to "(555) 555-0130"
    Then the message is acknowledged as accepted
    When the system under test is killed
    And the system under test is started again
    And the laboratory can be reached again
    Then the laboratory knows the telephone number "(555) 555-0130"

  Scenario: It remembers after a crash whom it knows
    When the system under test is killed
    And the system under test is started again
    And the EHR places the laboratory order "Potassium"
    Then the message is acknowledged as accepted

  Scenario: A queue survives an orderly restart in its order
    Given the laboratory cannot be reached
    When the EHR sends 3 updates at once
    Then the message is acknowledged as accepted
    When the system under test is stopped
    And the system under test is started again
    And the laboratory can be reached again
    Then the last 3 messages reach the laboratory in the order in which they were sent

  Scenario: A system that hung answers when it goes on
    When the system under test hangs
    And the EHR changes the telephone number to "(555) 555-0131"
    And the system under test goes on
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once

  Scenario: After a cut cable the next message is accepted
    When the system under test is cut off
    And the system under test is connected again
    And the EHR changes the telephone number to "(555) 555-0132"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0132"

  Scenario Outline: What was sent when the system was <how> counts once: <fault>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0133"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0133"
    And no message is lost, doubled or reordered

    Examples:
      | how     | fault                                         |
      | killed  | restart-under-load                            |
      | killed  | restart-under-load:at=in-message              |
      | stopped | restart-under-load:how=stop                   |
      | stopped | restart-under-load:how=stop,at=in-message     |
      | hung    | restart-under-load:how=pause                  |
      | hung    | restart-under-load:how=pause,at=in-message    |
      | cut off | restart-under-load:how=cut-off                |
      | cut off | restart-under-load:how=cut-off,at=in-message  |

  Scenario: A standby gets what is left, in order, and nothing twice
    Given the EHR changes the telephone number to "(555) 555-0134"
    And the message reaches the laboratory exactly once
    And the link to the laboratory suffers "fail-over:for=20s"
    When the EHR sends 5 updates at once
    Then the last 5 messages reach the laboratory in the order in which they were sent
    And each of the last 6 messages reaches the laboratory exactly once
