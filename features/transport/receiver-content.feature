@transport @receiver @REQ-TRN-020
Feature: Acknowledgments for messages that are large or strange
  However large a message is, whatever letters it holds and whatever version it speaks: the acknowledgment names it, and it alone.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew

  Scenario: A message of a thousand segments is acknowledged
    Given the EHR has added the person
    And the link from the EHR suffers "oversized:in=segments,kilobytes=64" on the next message
    When the EHR changes the telephone number to "(555) 555-0170"
    Then the message is acknowledged as accepted

  Scenario: A message of a version that the receiver may not know is answered, not guessed at
    When the EHR sends an admission with MSH-12 "2.9"
    Then the acknowledgment is well formed

  Scenario Outline: A message in <character set> is acknowledged to the one who sent it
    Given the systems write in the character set "<character set>"
    When the EHR sends an admission with PID-5 "<name>"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

    Examples:
      | character set | name                   |
      | ASCII         | Mueller^Joerg^^^^^L    |
      | 8859/1        | Müller^Jörg^^^^^L      |
      | 8859/2        | Wałęsa^Żaneta^^^^^L    |
      | UNICODE UTF-8 | 山田^太郎^^^^^L        |

  Scenario: A control id in other letters comes back byte for byte
    Given the systems write in the character set "8859/1"
    When the EHR sends an admission with MSH-10 "Ü-42-é"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

  Scenario: A message with delimiters of its own is acknowledged
    Given the EHR has added the person
    And the link from the EHR suffers "odd-delimiters:variant=colons" on the next message
    When the EHR changes the telephone number to "(555) 555-0172"
    Then the message is acknowledged as accepted

  Scenario: A sender with a universal id is named with all its components
    When the EHR sends an admission with MSH-3 "EHR^2.16.840.1.113883.3.999^ISO"
    Then the acknowledgment is well formed

  Scenario: A message without an event is answered, not guessed at
    Given the systems speak version 2.3
    When the EHR sends an admission with MSH-9 "ADT"
    Then each of the last 1 messages is acknowledged once

  Scenario: A body that is not HL7 is refused, not passed over in silence
    Given the EHR has added the person
    And the link from the EHR suffers "hostile-content:variant=xml" on the next message
    When the EHR changes the telephone number to "(555) 555-0173"
    Then the message is acknowledged as refused

  Scenario: Acknowledgments of the same second have ids of their own
    Given the EHR has added the person
    When the EHR changes the telephone number to "(555) 555-0174"
    And the EHR changes the telephone number to "(555) 555-0175"
    And the EHR changes the telephone number to "(555) 555-0176"
    Then the last 3 acknowledgments are well formed, each with an id of its own

  Scenario: An acknowledgment has the header of an acknowledgment
    When the EHR sends an admission with PV1-3 "ICU^104^A"
    Then its acknowledgment conforms to profile "pipehat-acknowledgment"
