@adt @REQ-ADT-008
Feature: Who a patient is
  A record number names a person only together with the authority that gave it, and a name arrives as it was written.

  Scenario: Somebody with the same number at another hospital is not this patient
    Given a synthetic adult patient with an assigned record number
    And the EHR has added the person
    And a "stranger" with the same number at another hospital, whom only the EHR knows
    When the EHR places the laboratory order "Potassium" for the "stranger"
    Then the message is acknowledged as in error with error 204

  Scenario Outline: A name with <hard case> reaches every system unchanged
    Given a synthetic patient of the hard case "<hard case>"
    When the EHR admits the patient to "MED1^209^A"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
    And the message reaches the radiology department unchanged
    And the message reaches the pharmacy unchanged

    Examples:
      | hard case                |
      | apostrophe and hyphen    |
      | ampersand                |
      | every delimiter          |
      | one letter               |
      | forty characters         |
      | Japanese, not ASCII      |
      | newborn                  |
      | born on 29 February      |

  Scenario: A name in an older character set keeps its letters
    Given the systems write in the character set "8859/1"
    And a synthetic patient of the hard case "Latin accents, not ASCII"
    When the EHR admits the patient to "MED1^210^A"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
    And the message reaches the pharmacy unchanged

  Scenario: A discharge of somebody who never came is refused
    Given a synthetic adult patient with an assigned record number
    When the EHR discharges a patient of whom it has told nobody
    Then the message is acknowledged as in error with error 204
