@transport @REQ-TRN-007
Feature: Receivers whose acknowledgments are odd, wrong or late
  An acknowledgment counts when it is one, for the message that it names. Otherwise the message comes again, and the next one follows.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario Outline: What acknowledges the message, however oddly, counts: <fault>
    Given the link to the laboratory suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0150"
    Then the message reaches the laboratory exactly once
    When the EHR changes the telephone number to "(555) 555-0151"
    Then the laboratory knows the telephone number "(555) 555-0151"

    Examples:
      | fault                                   |
      | ack-dialect:variant=version             |
      | ack-dialect:variant=charset             |
      | ack-dialect:variant=parties             |
      | ack-asks-ack                            |
      | reply-clock-skew                        |
      | reply-clock-skew:variant=behind         |
      | ack-framing:variant=byte-by-byte        |
      | ack-framing:variant=split               |
      | ack-framing:variant=junk                |
      | unsolicited-acknowledgment              |
      | duplicate-acknowledgment                |
      | application-ack-elsewhere:variant=later |
      | application-ack-elsewhere:variant=never |
      | application-ack-elsewhere:variant=twice |
      | application-ack-elsewhere:variant=error |
      | commit-codes:code=CA-AE                 |
      | slow-reader:for=3s                      |

  Scenario Outline: What acknowledges nothing does not count: <fault>
    Given the link to the laboratory suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0152"
    Then the message is sent to the laboratory again unchanged

    Examples:
      | fault                            |
      | commit-codes:code=CR             |
      | ack-content:variant=no-msa       |
      | ack-content:variant=unknown-code |
      | ack-content:variant=broken       |
      | ack-content:variant=xml          |
      | ack-content:variant=html         |
      | ack-framing:variant=no-end       |
      | ack-framing:variant=none         |

  Scenario: What ends with another byte than a block ends may count or not, and nothing is lost
    Given the link to the laboratory suffers "ack-framing:variant=lf" on the next message
    When the EHR changes the telephone number to "(555) 555-0153"
    And the EHR changes the telephone number to "(555) 555-0154"
    Then the last 2 messages reach the laboratory in the order in which they were sent
    And the laboratory knows the telephone number "(555) 555-0154"

  Scenario Outline: Nothing is lost and nothing is overtaken while <fault>
    Given the link to the laboratory suffers "<fault>"
    When the EHR sends 6 updates at once
    Then the last 6 messages reach the laboratory in the order in which they were sent

    Examples:
      | fault                                |
      | intermittent-error                   |
      | flapping:times=4                     |
      | flapping:how=silence,times=2         |
      | acks-out-of-order:within=3s          |
      | timeout-boundary:timeout=10s,times=2 |
      | outage:for=5s                        |
      | downstream-down:for=5s               |
      | never-acknowledge                    |
      | refuse-connection:for=5s             |
      | accept-then-close                    |
      | late-acknowledgment:delay=12s        |
      | wrong-correlation                    |
      | application-error                    |
      | application-reject                   |
      | reset-after-receipt                  |
      | close-after-ack                      |
      | fail-over:for=20s                    |
      | slow-reader:for=15s                  |
