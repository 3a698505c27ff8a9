@transport @receiver @huge @REQ-TRN-020
Feature: A message of ten megabytes
  A document in a message has the size that it has. A receiver takes the whole of it and acknowledges it.

  Scenario: A message of ten megabytes is acknowledged
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew
    And the EHR has added the person
    And the link from the EHR suffers "oversized:in=field,kilobytes=10240" on the next message
    When the EHR changes the telephone number to "(555) 555-0171"
    Then the message is acknowledged as accepted
