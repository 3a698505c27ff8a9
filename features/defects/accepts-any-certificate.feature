@must-fail @defect:accepts-any-certificate @security @REQ-SEC-001
Feature: TLS without a look at the certificate
  A link that is encrypted and not authenticated is a link with whoever happens to be there.

  Background:
    Given every link is secured by TLS
    And a synthetic adult patient with an assigned record number
    And the EHR has added the person

  Scenario: A sender with an expired certificate is refused
    Given the link from the EHR suffers "bad-tls:variant=expired" on the next message
    When the EHR changes the telephone number to "(555) 555-0164"
    Then the system under test refuses the connection

  Scenario: A receiver of another name gets nothing
    Given the link to the laboratory suffers "bad-server-tls:variant=wrong-name"
    When the EHR changes the telephone number to "(555) 555-0165"
    Then the system under test refuses to deliver to the laboratory
