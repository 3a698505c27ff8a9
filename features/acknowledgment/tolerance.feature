@acknowledgment @REQ-ACK-003
Feature: Unusual messages that are right
  What the standard allows is accepted and goes on as it came, also what few systems send.

  Background:
    Given a synthetic adult patient with an assigned record number

  Scenario: A segment of the site's own goes on unchanged
    When the EHR sends an admission with the segment "ZPI|1|site data^with components|"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged

  Scenario: Other delimiters than the usual are understood
    When the EHR sends an admission with the delimiters "|$~\&"
    Then the message is acknowledged as accepted
    And the acknowledgment is well formed

  Scenario: A name with escaped delimiters goes on with its escapes
    When the EHR sends an admission with PID-5 "Marks \T\ Sons^A\S\B^^^^^L"
    Then the message is acknowledged as accepted
    And the message reaches the pharmacy unchanged

  Scenario: An escape that nobody knows survives
    When the EHR sends an admission with PID-5 "Smith\Q\Jones^Pat^^^^^L"
    Then the message is acknowledged as accepted
    And the message reaches the laboratory unchanged
