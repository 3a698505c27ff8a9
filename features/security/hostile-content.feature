@security @REQ-SEC-003
Feature: Content that is meant to do harm
  A name is a text, whatever it looks like; what is no message is none, however cleverly it is written.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR connects anew
    And the EHR has added the person

  Scenario Outline: What is a message is kept as the text that it is: <content>
    Given the link from the EHR suffers "hostile-content:variant=<content>" on the next message
    When the EHR changes the telephone number to "(555) 555-0170"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
    When the EHR changes the telephone number to "(555) 555-0171"
    Then the laboratory knows the telephone number "(555) 555-0171"

    Examples:
      | content                     |
      | html                        |
      | sql                         |
      | format                      |
      | hex-nul                     |
      | hidden-delimiters           |
      | repetitions,size=1000000    |
      | subcomponents,size=1000000  |

  Scenario Outline: What may be refused is not half taken, and the next message is served: <content>
    Given the link from the EHR suffers "hostile-content:variant=<content>" on the next message
    When the EHR changes the telephone number to "(555) 555-0172"
    And the EHR changes the telephone number to "(555) 555-0173"
    Then the message is acknowledged as accepted
    And the laboratory knows the telephone number "(555) 555-0173"

    Examples:
      | content               |
      | nul                   |
      | over-long,size=200000 |
      | xml                   |
