@transport @receiver @REQ-TRN-020
Feature: One acknowledgment for each message, however its bytes arrive
  TCP cuts and joins as it likes, and a sender may be slow. What a receiver reads are messages, and each is acknowledged once.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew
    And the EHR has added the person

  Scenario: Messages one after the other are acknowledged once each
    When the EHR changes the telephone number to "(555) 555-0150"
    And the EHR changes the telephone number to "(555) 555-0151"
    And the EHR changes the telephone number to "(555) 555-0152"
    Then each of the last 3 messages is acknowledged once

  Scenario: Messages that arrive together are acknowledged once each
    Given the link from the EHR suffers "coalesced-frames:frames=3" on the next message
    When the EHR sends 3 updates at once
    Then each of the last 3 messages is acknowledged once

  Scenario: Messages that do not wait for each other are acknowledged once each
    Given the link from the EHR suffers "pipelined:frames=5,spacing=100ms" on the next message
    When the EHR sends 5 updates at once
    Then each of the last 5 messages is acknowledged once

  Scenario: A message and the beginning of the next are acknowledged once each
    Given the link from the EHR suffers "frame-and-a-half:pause=1s" on the next message
    When the EHR sends 2 updates at once
    Then each of the last 2 messages is acknowledged once

  Scenario Outline: A message written <how> is acknowledged once
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0153"
    Then each of the last 1 messages is acknowledged once

    Examples:
      | how                          | fault                                            |
      | in two pieces                | split-at-boundary:where=bytes,bytes=200,gap=50ms |
      | with its last byte by itself | split-at-boundary:where=fs-cr,gap=50ms           |
      | behind junk                  | junk-before-start                                |

  Scenario: A message written byte by byte is acknowledged once
    # The last byte waits, or TCP may join it with the end block: what is judged would depend on the machine.
    Given the link from the EHR suffers "split-at-boundary:where=fs-cr,gap=50ms" on the next message
    And the link from the EHR suffers "byte-by-byte" on the next message
    When the EHR changes the telephone number to "(555) 555-0153"
    Then each of the last 1 messages is acknowledged once
