@certification @certification-ehr @REQ-CERT-EHR-003
Feature: The EHR takes what the departments report
  It acknowledges each message to the one who sent it, and takes nothing for the wrong patient.

  Scenario: A result is acknowledged from the specimen to the correction
    Given the EHR under test admits a patient
    And the EHR under test orders a laboratory test
    When the laboratory receives the specimen
    Then the message is acknowledged as accepted
    When the laboratory reports a preliminary result
    Then the message is acknowledged as accepted
    When the laboratory reports a final result
    Then the message is acknowledged as accepted
    When the laboratory corrects the first number of the result
    Then the message is acknowledged as accepted
    And the last 4 acknowledgments are well formed, each with an id of its own

  Scenario: A result that comes twice is acknowledged twice
    Given the EHR under test admits a patient
    And the EHR under test orders a laboratory test
    And the laboratory receives the specimen
    When the laboratory reports a final result
    Then the message is acknowledged as accepted
    When the laboratory sends the result again
    Then the message is acknowledged as accepted
    And the last 2 acknowledgments are well formed, each with an id of its own

  Scenario: A laboratory may cancel an order
    Given the EHR under test admits a patient
    And the EHR under test orders a laboratory test
    When the laboratory cancels the order because "The specimen is haemolysed"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

  Scenario: A radiology report is acknowledged from the appointment to the signature
    Given the EHR under test admits a patient
    And the EHR under test orders an examination
    When the radiology department schedules the examination in 1 hour
    Then the message is acknowledged as accepted
    When the radiology department receives the patient
    Then the message is acknowledged as accepted
    When the radiology department completes the examination
    Then the message is acknowledged as accepted
    When the radiology department signs the report
    Then the message is acknowledged as accepted
    And the last 4 acknowledgments are well formed, each with an id of its own

  @REQ-CERT-EHR-006
  Scenario: A result under the number of somebody else is refused
    Given the EHR under test admits a patient
    And the EHR under test orders a laboratory test
    And the laboratory receives the specimen
    And the laboratory reports a final result
    And another patient, the "stranger"
    When the laboratory sends the result for the "stranger" by mistake
    Then the message is acknowledged as refused
    And the acknowledgment is well formed
