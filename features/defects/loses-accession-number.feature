@must-fail @defect:loses-accession-number @radiology @REQ-RAD-027
Feature: Images that nobody finds
  The accession number is the way from the report to the images.

  Scenario: The EHR knows the accession number of an examination
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^233^A"
    And the EHR has placed the imaging order "CT head"
    And the radiology department has completed the examination
    When the radiology department signs the report
    Then every message about the order names its accession number and its study
