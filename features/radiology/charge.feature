@radiology @REQ-RAD-030
Feature: Charging for an examination
  What was done is charged once; what was not done is not charged.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^214^A"
    And the EHR has placed the imaging order "CT head"
    And the radiology department has received the patient

  Scenario: A completed examination is charged
    When the radiology department completes the examination and charges for it
    Then the message is acknowledged as accepted
    And the EHR receives a DFT^P03 with
      | FT1-6   | CG      |
      | FT1-7.1 | 30799-1 |
      | FT1-10  | 1       |
      | FT1-23  | present |

  Scenario: An examination is charged once, whatever comes after it
    Given the radiology department completes the examination and charges for it
    When the radiology department signs the report
    Then the order is shown as final
    And the examination has been charged exactly once

  Scenario: A charge whose acknowledgment got lost is not charged again
    Given the acknowledgment of the next charge gets lost
    When the radiology department completes the examination and charges for it
    Then the message is acknowledged as accepted
    When the radiology department signs the report
    Then the order is shown as final
    And the examination has been charged exactly once

  Scenario: An examination that was cancelled half-way is not charged
    When the radiology department cancels the order because "The patient became unwell"
    Then the order is shown as cancelled by the radiology department
    And the examination has not been charged
