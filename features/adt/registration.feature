@adt @REQ-ADT-003
Feature: Outpatients and emergencies
  A patient may come without a bed, and may become an inpatient later.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: An outpatient is registered
    When the EHR registers the patient as an outpatient
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A04 with
      | PV1-2 | O |
    And the radiology department sees the visit open

  Scenario: An emergency is registered
    When the EHR registers the patient as an emergency
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A04 with
      | PV1-2 | E |

  Scenario: An outpatient becomes an inpatient on the same visit
    Given the EHR has registered the patient as an outpatient
    When the EHR makes the patient an inpatient in "MED2^216^B"
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A06 with
      | PV1-2 | I |
    And the laboratory sees the visit open in "MED2^216^B"

  Scenario: The old visit number travels along when an outpatient gets a new one
    Given the EHR has registered the patient as an outpatient
    When the EHR makes the patient an inpatient in "MED2^217^A" under a new visit number
    Then the message is acknowledged as accepted
    And the pharmacy receives an ADT^A06 with
      | MRG-5  | present |
      | PV1-19 | present |
    And the pharmacy sees the visit open in "MED2^217^A"

  Scenario: An inpatient becomes an outpatient
    Given the EHR has admitted the patient to "MED1^202^A"
    When the EHR makes the patient an outpatient
    Then the message is acknowledged as accepted
    And the laboratory receives an ADT^A07 with
      | PV1-2 | O |
