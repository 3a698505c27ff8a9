@security @REQ-SEC-001
Feature: TLS with certificates on both sides
  Who cannot show a good certificate is refused, and nobody is ever spoken to in plain.

  Background:
    Given every link is secured by TLS
    And a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario: Systems with good certificates exchange their messages
    When the EHR changes the telephone number to "(555) 555-0160"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory exactly once

  Scenario Outline: A sender whose TLS is wrong is refused, and the next one is served: <variant>
    Given the link from the EHR suffers "bad-tls:variant=<variant>" on the next message
    When the EHR changes the telephone number to "(555) 555-0161"
    Then the system under test refuses the connection
    And the message does not reach the laboratory
    When the EHR changes the telephone number to "(555) 555-0162"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0162"

    Examples:
      | variant           |
      | expired           |
      | not-yet-valid     |
      | unknown-authority |
      | wrong-purpose     |
      | no-certificate    |
      | tls-1.0           |
      | tls-1.1           |
      | plain             |
      | truncated-close   |

  Scenario Outline: A receiver whose TLS is wrong gets nothing until it is right again: <variant>
    Given the link to the laboratory suffers "bad-server-tls:variant=<variant>"
    When the EHR changes the telephone number to "(555) 555-0163"
    Then the message is acknowledged as accepted
    And the system under test refuses to deliver to the laboratory
    When the laboratory's TLS is right again
    Then the message reaches the laboratory exactly once

    Examples:
      | variant           |
      | expired           |
      | not-yet-valid     |
      | unknown-authority |
      | wrong-name        |
      | wrong-purpose     |
      | tls-1.0           |
      | tls-1.1           |
      | plain             |
