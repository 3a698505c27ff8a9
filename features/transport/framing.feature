@transport @REQ-TRN-001
Feature: Frames in pieces
  A message is understood however TCP cuts it, and what surrounds a frame does no harm.

  Background:
    Given a synthetic patient of the hard case "Japanese, not ASCII"

  Scenario Outline: A message written as <fault> is accepted whole
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR admits the patient to "ICU^103^A"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged

    Examples:
      | fault                             |
      | byte-by-byte                      |
      | separate-writes                   |
      | split-at-boundary:where=fs-cr     |
      | split-at-boundary:where=utf8      |
      | junk-before-start                 |

  Scenario: Messages that arrive together are each accepted and delivered in order
    Given the EHR has added the person
    And the link from the EHR suffers "coalesced-frames:frames=3" on the next message
    When the EHR sends 3 updates at once
    Then the message is acknowledged as accepted
    And the last 3 messages reach the laboratory in the order in which they were sent
