@must-fail @defect:shared-buffer @transport @REQ-TRN-001
Feature: Connections that cut each other's messages off
  Each connection is a stream of its own, however slowly its bytes come.

  Scenario: Two systems that write slowly at the same time are both understood
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^101^A"
    And the EHR has placed the laboratory order "Potassium"
    And the link from the EHR suffers "byte-by-byte:gap=10ms" on the next message
    When the EHR changes the telephone number to "(555) 555-0210"
    And the laboratory reports a final result
    Then the EHR files the result exactly once
    And the laboratory knows the telephone number "(555) 555-0210"
