@acknowledgment @REQ-ACK-005
Feature: Sequence numbers
  A sender numbers its messages in MSH-13, and MSA-4 says the number that was accepted, or the one that is expected. What is out of
  sequence is not taken, so that nothing is lost unnoticed.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And the EHR begins its sequence anew

  Scenario: A link that begins anew expects no number in particular
    Then the acknowledgment says number -1
    When the EHR sends number 5 of its sequence
    Then the message is acknowledged as accepted
    And the acknowledgment says number 5

  Scenario: Numbers in their order are accepted and echoed
    When the EHR sends number 1 of its sequence
    And the EHR sends number 2 of its sequence
    Then the message is acknowledged as accepted
    And the acknowledgment says number 2
    And the message reaches the laboratory exactly once

  Scenario: A number is missing
    When the EHR sends number 1 of its sequence
    And the EHR sends number 3 of its sequence
    Then the message is out of sequence, and number 2 is expected
    And the message does not reach the laboratory

  Scenario Outline: What a sender does with its numbers is noticed: <fault>
    When the EHR sends number 1 of its sequence
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0160"
    Then the message is out of sequence, and number 2 is expected

    Examples:
      | fault                     |
      | sequence-numbers          |
      | sequence-numbers:number=1 |

  Scenario: A sender that has forgotten asks which number is expected
    When the EHR sends number 7 of its sequence
    And the EHR asks which number is expected
    Then the acknowledgment says number 8

  Scenario: Numbers survive a restart
    When the EHR sends number 1 of its sequence
    Then the message is acknowledged as accepted
    When the system under test is stopped
    And the system under test is started again
    And the EHR asks which number is expected
    Then the acknowledgment says number 2
