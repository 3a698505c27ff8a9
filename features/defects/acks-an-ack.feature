@must-fail @defect:acks-an-ack @acknowledgment @REQ-ACK-001
Feature: Acknowledgments that are acknowledged
  Two systems that answer each other's answers never stop.

  Scenario: An acknowledgment is not answered
    Given a synthetic adult patient with an assigned record number
    When the EHR sends an admission with MSH-9 "ACK^A01^ACK"
    Then no acknowledgment arrives within 20 seconds
