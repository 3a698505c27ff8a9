@radiology @REQ-RAD-014
Feature: When an examination does not take place as ordered
  Cancelled, missed, or another one instead: the ward and the department agree on what became of the order.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^213^A"
    And the EHR has placed the imaging order "CT chest"

  Scenario Outline: The answer to a cancellation depends on how far the department is: it has <progress>
    Given the radiology department has <progress>
    When the EHR cancels the order
    Then the radiology department answers "<answer>"
    And the order is shown as <status>
    And the radiology department holds the order as <status>

    Examples:
      | progress                      | answer | status     |
      | not scheduled the examination | CR     | cancelled  |
      | scheduled the examination     | CR     | cancelled  |
      | received the patient          | UC     | in process |
      | signed the report             | UC     | final      |

  Scenario: A patient who does not come
    Given the radiology department has booked an appointment in 4 hours
    When the patient does not come to the examination
    Then the order is shown as cancelled by the radiology department
    And the reason shown for the order is "The patient did not come"
    And the EHR shows the appointment as missed

  Scenario: The department cancels with a reason
    Given the radiology department has scheduled the examination
    When the radiology department cancels the order because "The scanner is out of order"
    Then the EHR receives an ORM^O01 with
      | ORC-1  | OC |
      | ORC-5  | CA |
      | OBR-25 | X  |
    And the order is shown as cancelled by the radiology department
    And the reason shown for the order is "The scanner is out of order"

  Scenario: Another examination answers the question better
    Given the radiology department has scheduled the examination
    When the radiology department examines "CTPA" instead because "Suspected embolism"
    Then the radiology department receives an ORR^O02 with
      | ORC-1 | XR |
    And the order is now for "CTPA"
    And the placer and filler order numbers are those of the order

  Scenario: A change that comes after the report is refused
    Given the radiology department has signed the report
    When the EHR changes the priority of the order to STAT
    Then the radiology department answers "UX"
    And the order is shown as final
