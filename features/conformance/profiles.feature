@conformance @REQ-CONF-001
Feature: Messages keep to their profiles
  What reaches a department is what the interface specification says, and what does not is named with its place.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: An admission keeps to the profile of patient administration on its whole way
    When the EHR admits the patient to "ICU^101^A"
    Then the message conforms to profile "pipehat-adt"
    And its acknowledgment conforms to profile "pipehat-acknowledgment"
    And the laboratory receives an ADT^A01 that conforms to profile "pipehat-adt"
    And the radiology department receives an ADT^A01 that has no error

  Scenario: An order and its results keep to theirs
    Given the EHR has admitted the patient to "MED1^201^A"
    When the EHR places the laboratory order "Potassium"
    Then the laboratory receives an ORM^O01 that conforms to profile "pipehat-order"
    When the laboratory reports a final result of 4.4 "mmol/L"
    Then the EHR receives an ORU^R01 that conforms to profile "pipehat-result"

  Scenario Outline: An admission that lacks <what> is named where it arrives
    When the EHR sends an admission with <field> ""
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A01 whose validation reports <code> at <place>

    Examples:
      | what                        | field     | code           | place     |
      | the ward                    | PV1-3.1   | usage-required | PV1-3.1   |
      | who assigned the visit      | PV1-19.4  | usage-required | PV1-19.4  |

  Scenario: A code that nobody knows is named where it arrives
    When the EHR sends an admission with PV1-14 "QQ"
    Then the laboratory receives an ADT^A01 whose validation reports code-not-found at PV1-14
