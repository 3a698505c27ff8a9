@radiology @REQ-RAD-026
Feature: The course of an examination
  Scheduled, begun, done, dictated, signed: each step is told once, in its order, under the same numbers.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^211^A"

  Scenario: The steps of an examination are told in their order
    Given the EHR has placed the imaging order "CT head"
    When the radiology department schedules the examination in 2 hours
    And the radiology department receives the patient
    And the radiology department completes the examination
    Then the EHR is told of these steps, one after the other
      | ORC-1 | ORC-5 | OBR-25 |
      | SC    | SC    | S      |
      | SC    | IP    | I      |
      | SC    | CM    | absent |
    And the EHR shows that the examination was done

  Scenario Outline: An order is shown as <status> once the department has <progress>
    Given the EHR has placed the imaging order "Abdominal ultrasound"
    And the radiology department has <progress>
    Then the order is shown as <status>
    And the placer and filler order numbers are those of the order

    Examples:
      | progress                  | status     |
      | scheduled the examination | scheduled  |
      | received the patient      | in process |
      | completed the examination | in process |

  Scenario: The time of the examination reaches the EHR
    Given the EHR has placed the imaging order "MR knee"
    When the radiology department schedules the examination in 3 hours
    Then the message is acknowledged as accepted
    And the message reaches the EHR unchanged
    And the order is shown as scheduled

  @REQ-RAD-027
  Scenario: Accession and study stay the same from the first message to the last
    Given the EHR has placed the imaging order "CT head"
    And the radiology department has dictated a preliminary report
    When the radiology department signs the report
    Then the order is shown as final
    And every message about the order names its accession number and its study
    And the placer and filler order numbers are those of the order

  @REQ-RAD-027
  Scenario: An examination that was ordered by OMG goes the same way
    Given the EHR has placed the imaging order "CT head" by an OMG^O19
    And the radiology department has completed the examination
    When the radiology department signs the report
    Then the order is shown as final
    And the EHR knows the accession number of the order
    And the EHR is told of these steps, one after the other
      | ORC-5 | OBR-25 |
      | SC    | S      |
      | IP    | I      |
      | CM    | absent |

  Scenario Outline: An examination goes the same way in version <version>
    Given the systems speak version <version>
    And the EHR has placed the imaging order "CT head"
    And the radiology department has completed the examination
    When the radiology department signs the report
    Then the message reaches the EHR unchanged
    And the order is shown as final
    And every message about the order names its accession number and its study
    And the placer and filler order numbers are those of the order

    Examples:
      | version |
      | 2.3.1   |
      | 2.4     |
