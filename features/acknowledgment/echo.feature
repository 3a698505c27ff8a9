@acknowledgment @REQ-ACK-001
Feature: The form of an acknowledgment
  A reply names the message that it answers, returns to its sender and has an id of its own.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: An acceptance names the message and returns to its sender
    When the EHR admits the patient to "ICU^104^A"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

  Scenario: A refusal names the message and returns to its sender
    When the EHR sends an admission without PID-3
    Then the message is acknowledged as in error
    And the acknowledgment is well formed

  Scenario: Every acknowledgment has an id of its own
    Given the EHR has added the person
    When the EHR sends 5 updates at once
    Then the last 5 acknowledgments are well formed, each with an id of its own

  Scenario Outline: A control id with <oddity> comes back as it was sent
    When the EHR sends an admission with MSH-10 "<id>"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

    Examples:
      | oddity             | id                   |
      | twenty characters  | ABCDEFGHIJ0123456789 |
      | leading zeros      | 0000000000042        |
      | an escape          | ID\T\7421            |
      | lower case         | abc-def-ghi-7        |

  Scenario Outline: A message in version <version> is answered
    Given the systems speak version <version>
    When the EHR admits the patient to "ICU^105^A"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

    Examples:
      | version |
      | 2.3.1   |
      | 2.4     |
      | 2.5.1   |
