@acknowledgment @REQ-ACK-002
Feature: Refused messages
  What cannot be accepted is refused with the code of the standard, and the error points at the place.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario Outline: A message with <what> is rejected
    When the EHR sends an admission with <field> "<value>"
    Then the message is acknowledged as rejected with error <error>

    Examples:
      | what                       | field   | value | error |
      | an unknown type            | MSH-9.1 | ZZZ   | 200   |
      | an unknown event           | MSH-9.2 | Z99   | 201   |
      | a production processing id | MSH-11  | P     | 202   |
      | an unknown version         | MSH-12  | 9.9   | 203   |

  Scenario Outline: A message without <what> is in error, and the error points at it
    When the EHR sends an admission without <field>
    Then the message is acknowledged as in error with error 101 at <field>

    Examples:
      | what                | field |
      | a record number     | PID-3 |
      | a name              | PID-5 |
      | a patient class     | PV1-2 |
      | the time of the event | EVN-2 |

  Scenario: A birth date that is no date is in error, and the error points at it
    When the EHR sends an admission with PID-7 "abc"
    Then the message is acknowledged as in error with error 102 at PID-7

  Scenario: A sex that no table knows is in error, and the error points at it
    When the EHR sends an admission with PID-8 "Q"
    Then the message is acknowledged as in error with error 103 at PID-8

  Scenario: A message without a segment that it needs is in error
    When the EHR sends an admission without the segment PV1
    Then the message is acknowledged as in error with error 100

  Scenario: A refused message is not delivered
    When the EHR sends an admission with PID-7 "abc"
    Then the message is acknowledged as in error
    And the message does not reach the laboratory
