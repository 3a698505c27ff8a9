@certification @certification-ris @REQ-CERT-RIS-004
Feature: The radiology department tells how far it is
  Scheduled, begun, done: each step is told once and in its order, so that the ward knows where its patient is.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^224^A"
    And the EHR has placed the imaging order "CT head"

  Scenario: The ward learns when the examination is to be
    When the radiology department under test schedules the examination
    Then the message from the system under test has
      | ORC-1  | SC      |
      | ORC-5  | SC      |
      | OBR-36 | present |
    And the message from the system under test is about the "patient"
    And the order is shown as scheduled

  Scenario: Each step is told once and in its order
    When the radiology department under test schedules the examination
    And the radiology department under test begins the examination
    Then the order is shown as in process
    When the radiology department under test completes the examination
    Then the EHR shows that the examination was done
    And the EHR is told of these steps, one after the other
      | ORC-1 | ORC-5 |
      | SC    | SC    |
      | SC    | IP    |
      | SC    | CM    |

  @since-2.5 @REQ-CERT-RIS-007
  Scenario: The ward learns of the appointment
    When the radiology department under test schedules the examination
    Then the EHR receives an SIU^S12 with
      | SCH-2   | present |
      | PID-3.1 | present |
      | AIS-3.1 | present |
      | AIS-4   | present |

  @REQ-CERT-RIS-008
  Scenario: An examination is charged once
    When the radiology department under test completes the examination
    And the radiology department under test signs the report
    Then the examination has been charged exactly once
