@must-fail @defect:charge-duplicated @radiology @REQ-RAD-030
Feature: An examination that is paid for twice
  A charge that comes again is the same charge.

  Scenario: A charge whose acknowledgment got lost is not charged again
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^245^A"
    And the EHR has placed the imaging order "CT head"
    And the radiology department has received the patient
    And the acknowledgment of the next charge gets lost
    When the radiology department completes the examination and charges for it
    Then the message is acknowledged as accepted
    When the radiology department signs the report
    Then the order is shown as final
    And the examination has been charged exactly once
