@acknowledgment @REQ-ACK-004
Feature: Acknowledgments that a message asks for
  MSH-15 asks for the accept acknowledgment and MSH-16 for the application acknowledgment: always (AL), never (NE), in error
  (ER) or on success (SU). What is asked for comes, and nothing else. A message that is not accepted is not processed.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario Outline: MSH-15 "<accept>" and MSH-16 "<application>" for <message>
    When the EHR sends <message> with MSH-15 "<accept>" and MSH-16 "<application>"
    Then its accept acknowledgment is <accepted>
    And its application acknowledgment is <processed>

    Examples:
      | message                              | accept | application | accepted | processed |
      | an admission                         | AL     | AL          | CA       | AA        |
      | an admission                         | AL     | NE          | CA       | none      |
      | an admission                         | AL     | ER          | CA       | none      |
      | an admission                         | AL     | SU          | CA       | AA        |
      | an admission                         | NE     | AL          | none     | AA        |
      | an admission                         | NE     | NE          | none     | none      |
      | an admission                         | NE     | ER          | none     | none      |
      | an admission                         | NE     | SU          | none     | AA        |
      | an admission                         | ER     | AL          | none     | AA        |
      | an admission                         | ER     | NE          | none     | none      |
      | an admission                         | ER     | ER          | none     | none      |
      | an admission                         | ER     | SU          | none     | AA        |
      | an admission                         | SU     | AL          | CA       | AA        |
      | an admission                         | SU     | NE          | CA       | none      |
      | an admission                         | SU     | ER          | CA       | none      |
      | an admission                         | SU     | SU          | CA       | AA        |
      | an admission without a record number | AL     | AL          | CA       | AE        |
      | an admission without a record number | AL     | NE          | CA       | none      |
      | an admission without a record number | AL     | ER          | CA       | AE        |
      | an admission without a record number | AL     | SU          | CA       | none      |
      | an admission without a record number | NE     | AL          | none     | AE        |
      | an admission without a record number | NE     | NE          | none     | none      |
      | an admission without a record number | NE     | ER          | none     | AE        |
      | an admission without a record number | NE     | SU          | none     | none      |
      | an admission without a record number | ER     | AL          | none     | AE        |
      | an admission without a record number | ER     | NE          | none     | none      |
      | an admission without a record number | ER     | ER          | none     | AE        |
      | an admission without a record number | ER     | SU          | none     | none      |
      | an admission without a record number | SU     | AL          | CA       | AE        |
      | an admission without a record number | SU     | NE          | CA       | none      |
      | an admission without a record number | SU     | ER          | CA       | AE        |
      | an admission without a record number | SU     | SU          | CA       | none      |
      | an admission of an unknown version   | AL     | AL          | CR       | none      |
      | an admission of an unknown version   | NE     | AL          | none     | none      |
      | an admission of an unknown version   | ER     | AL          | CR       | none      |
      | an admission of an unknown version   | SU     | AL          | none     | none      |
      | an admission under a used control id | AL     | AL          | CE       | none      |
      | an admission under a used control id | NE     | AL          | none     | none      |
      | an admission under a used control id | ER     | AL          | CE       | none      |
      | an admission under a used control id | SU     | AL          | none     | none      |
      | an admission                         | AL     |             | CA       | none      |
      | an admission                         | NE     |             | none     | none      |
      | an admission                         | ER     |             | none     | none      |
      | an admission                         | SU     |             | CA       | none      |
      | an admission                         |        | AL          | none     | AA        |
      | an admission                         |        | NE          | none     | none      |
      | an admission                         |        | ER          | none     | none      |
      | an admission                         |        | SU          | none     | AA        |
