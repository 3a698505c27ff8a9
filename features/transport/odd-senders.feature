@transport @REQ-TRN-006
Feature: Senders that are odd, wrong or hostile
  Whatever a sender sends, what is right is taken, what is wrong is refused, and the next message is served as if nothing had been.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew
    And the EHR has added the person

  Scenario Outline: What is unusual but right is taken: <fault>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0140"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once

    Examples:
      | fault                                      |
      | odd-delimiters:variant=truncation          |
      | odd-delimiters:variant=hex-escape          |
      | odd-delimiters:variant=unknown-escape      |
      | unexpected-content:kind=segment,count=3    |
      | unexpected-content:kind=component          |
      | unexpected-content:kind=repetition,count=5 |
      | charset-mismatch:variant=latin1            |
      | charset-mismatch:variant=gb18030           |
      | degenerate-message:variant=no-final-cr     |
      | clock-skew:variant=ahead                   |
      | clock-skew:variant=behind,by=1h            |
      | clock-skew:variant=no-zone                 |
      | oversized:in=field,kilobytes=64            |
      | oversized:in=segments,kilobytes=300        |
      | oversized:in=field,kilobytes=2048          |
      | hostile-content:variant=html               |
      | hostile-content:variant=sql                |
      | hostile-content:variant=format             |
      | hostile-content:variant=repetitions        |
      | hostile-content:variant=subcomponents      |
      | slow-and-many                              |
      | slow-and-many:doing=idle,connections=100   |
      | duplicate-control-id                       |
      | odd-terminator:variant=fs-cr-lf            |
      | half-open                                  |
      | half-open:variant=idle                     |
      | unread-acks                                |
      | unread-acks:copies=400                     |

  Scenario Outline: What is wrong is refused, and does not harm the next message: <fault>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0141"
    Then the message is acknowledged as refused
    When the EHR changes the telephone number to "(555) 555-0142"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0142"

    Examples:
      | fault                                        |
      | degenerate-message:variant=header-only       |
      | unsupported-header:field=type                |
      | unsupported-header:field=event               |
      | unsupported-header:field=version             |
      | unsupported-header:field=processing          |
      | invalid-content:path=PID-7                   |
      | invalid-content:path=PID-8,kind=unknown-code |
      | invalid-content:path=PID-3,kind=empty        |
      | control-id-reused                            |

  Scenario Outline: What names a patient whom nobody knows is refused: <fault>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR places the laboratory order "Potassium"
    Then the message is acknowledged as in error with error 204

    Examples:
      | fault                                |
      | unknown-reference:which=patient      |
      | identity-abuse:variant=no-authority  |
      | identity-abuse:variant=other-authority |

  Scenario Outline: What is no message is never accepted, and does not harm the next one: <fault>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR changes the telephone number to "(555) 555-0143"
    And the EHR changes the telephone number to "(555) 555-0144"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0144"

    Examples:
      | fault                                      |
      | control-in-body:byte=end                   |
      | degenerate-message:variant=empty           |
      | batch-and-continuation:variant=wrong-count |
      | hostile-content:variant=xml                |

  Scenario Outline: Messages that come together are each answered: <fault>
    Given the link from the EHR suffers "<fault>" on the next message
    When the EHR sends <count> updates at once
    Then the last <count> acknowledgments are well formed, each with an id of its own
    And the message reaches the laboratory exactly once

    Examples:
      | fault                    | count |
      | frame-and-a-half         | 2     |
      | pipelined:frames=5       | 5     |
      | out-of-order             | 2     |

  Scenario: What a message asks for in enhanced mode comes, whoever made it ask
    Given the link from the EHR suffers "enhanced-mode-matrix:accept=AL,application=AL" on the next message
    When the EHR changes the telephone number to "(555) 555-0145"
    Then its accept acknowledgment is CA
    And its application acknowledgment is AA

  Scenario: An order that a department refuses is no order any more
    Given the EHR has admitted the patient to "MED1^241^A"
    And the link from the laboratory suffers "order-answer:type=ORR" on the next message
    When the EHR places the laboratory order "Potassium"
    Then the order is shown as refused

  Scenario Outline: A result is filed once, with its newest status: <fault>
    Given the EHR has admitted the patient to "MED1^242^A"
    And the EHR has placed the laboratory order "Potassium"
    And the laboratory has received the specimen
    And the link from the laboratory suffers "<fault>" on the next message
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the message is acknowledged as accepted
    And the order is shown as final
    And the EHR files the result as
      | test      | value | status |
      | Potassium | 4.4   | final  |

    Examples:
      | fault                        |
      | result-races                 |
      | result-races:variant=regress |
