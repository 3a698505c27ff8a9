@certification @certification-ris @REQ-CERT-RIS-002
Feature: The radiology department takes orders
  Each order is answered under its own number, gets the numbers of the department, and is done once.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^222^A"

  Scenario: An order that is accepted gets a filler number and an accession number
    When the EHR places the imaging order "Chest X-ray"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed
    And the radiology department answers "OK"
    And the placer and filler order numbers are those of the order
    And the EHR knows the accession number of the order

  Scenario: An order that comes twice is carried out once
    Given the EHR has placed the imaging order "Chest X-ray"
    When the EHR sends the same message again
    Then the message is acknowledged as accepted
    And the radiology department answers "OK"
    When the radiology department under test signs the report
    And the EHR places the imaging order "CT head"
    And the radiology department under test signs the report of "CT head"
    Then the order "Chest X-ray" is carried out once, under one filler number

  Scenario: Accession, study and order numbers stay the same from the answer to the signed report
    Given the EHR has placed the imaging order "CT head"
    When the radiology department under test signs the report
    Then every message about the order names its accession number and its study
    And the placer and filler order numbers are those of the order
