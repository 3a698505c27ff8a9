@laboratory @REQ-LAB-020
Feature: All kinds of values
  A number, a titre, a finding, a text and a document each arrive as what they are.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^209^A"

  Scenario Outline: A <kind> value arrives as it was measured
    Given the EHR has placed the laboratory order "<test>"
    And the laboratory has received the specimen
    When the laboratory reports "<test>" as "<value>"
    Then the EHR receives an ORU^R01 with
      | OBX-2 | <type>    |
      | OBX-5 | <sent as> |
    And the EHR files the result as
      | test   | value   | status |
      | <test> | <value> | final  |

    Examples:
      | kind               | test        | value    | type | sent as   |
      | numeric            | Potassium   | 4.4      | NM   | 4.4       |
      | structured numeric | Troponin I  | <5       | SN   | <^5       |
      | titre              | ANA titer   | 1:160    | SN   | ^1^:^160  |
      | coded              | ANA         | Positive | CE   | ^Positive |

  Scenario: Paragraphs keep their order and their signs
    Given the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports the paragraphs
      """
      Red cells: anisocytosis & poikilocytosis.
      White cells: left shift | no blasts ^ no parasites.
      Platelets: normal ~ 250 \ see count.
      """
    Then the EHR receives an ORU^R01 with
      | OBX-2 | TX |
    And the EHR files the text
      """
      Red cells: anisocytosis & poikilocytosis.
      White cells: left shift | no blasts ^ no parasites.
      Platelets: normal ~ 250 \ see count.
      """

  Scenario: A formatted text keeps its lines
    Given the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports the formatted text
      """
      Macroscopy: two fragments, 3 x 2 mm.

      Microscopy: Gram negative rods & few leukocytes.
        Indented: see comment.
      """
    Then the EHR receives an ORU^R01 with
      | OBX-2 | FT                             |
      | OBX-5 | /mm\..\.br..\.br.Microscopy: Gram/ |
    And the EHR files the text
      """
      Macroscopy: two fragments, 3 x 2 mm.

      Microscopy: Gram negative rods & few leukocytes.
        Indented: see comment.
      """

  Scenario Outline: A text of <length> characters is not cut
    Given the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports a text of <length> characters
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
    And the order is shown as final

    Examples:
      | length |
      | 1000   |
      | 65536  |

  Scenario: A document comes inside the message
    Given the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports a PDF document of 20 kilobytes
    Then the EHR receives an ORU^R01 with
      | OBX-2   | ED          |
      | OBX-5.2 | application |
      | OBX-5.3 | pdf         |
      | OBX-5.4 | Base64      |
      | OBX-5.5 | /^JVBERi0x/ |
    And the order is shown as final

  Scenario: A large document is neither cut nor wrapped
    Given the EHR has placed the laboratory order "Gram stain"
    When the laboratory reports a PDF document of 1500 kilobytes
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
