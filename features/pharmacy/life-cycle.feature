@pharmacy @REQ-PHA-014
Feature: Holding, changing and stopping a medicine
  A medicine that is held or stopped is not given, on both sides alike, until it is released or prescribed anew.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^224^A"
    And the EHR has prescribed "Lisinopril 10 mg" by mouth once a day

  Scenario Outline: The answer to a cancellation depends on how far the pharmacy is: it has <progress>
    Given the pharmacy has <progress>
    When the EHR cancels the prescription
    Then the pharmacy answers "<answer>"
    And the prescription is shown as <status>
    And the pharmacy knows the prescription as <status>

    Examples:
      | progress                      | answer | status    |
      | not verified the prescription | CR     | cancelled |
      | verified the prescription     | UC     | verified  |
      | dispensed the medicine        | UC     | dispensed |

  Scenario: A held medicine is not given
    Given the pharmacy has verified the prescription
    When the EHR holds the prescription
    Then the pharmacy answers "HR"
    And the prescription is shown as held
    And the pharmacy knows the prescription as held
    When the nurse gives the dose all the same
    Then the message reaches the pharmacy unchanged
    And no administration is counted

  Scenario: A released medicine is given again
    Given the pharmacy has verified the prescription
    And the prescription has been held
    When the EHR releases the prescription
    Then the pharmacy answers "OR"
    And the prescription is shown as released
    When the nurse gives the dose
    Then 1 administration is counted

  Scenario: No dose counts after a stop
    Given the pharmacy has dispensed the medicine
    And the nurse has given the dose
    When the EHR discontinues the prescription
    Then the pharmacy answers "DR"
    And the prescription is shown as discontinued
    When the nurse gives the dose all the same
    Then the message reaches the pharmacy unchanged
    And 1 administration is counted

  Scenario: A dose that was given before the stop counts, although it is recorded after it
    Given the pharmacy has verified the prescription
    And the prescription has been active for 3 hours
    And the prescription has been discontinued
    When the nurse records late that the dose was given 1 hour ago
    Then the pharmacy is told the dose was given
    And 1 administration is counted

  Scenario Outline: The pharmacy <decides> a medicine of its own accord
    Given the pharmacy has verified the prescription
    When the pharmacy <decides> the prescription because of "potassium of 6.1 mmol/L"
    Then the EHR receives an RDE^O11 with
      | ORC-1 | <control> |
      | ORC-5 | <status>  |
    And the prescription is shown as <shown>
    And the reason shown for the prescription names "potassium of 6.1"

    Examples:
      | decides      | control | status | shown        |
      | holds        | OH      | HD     | held         |
      | discontinues | OD      | DC     | discontinued |

  Scenario: A changed dose is verified again before it holds
    Given the pharmacy has verified the prescription
    When the EHR changes the dose of the prescription to 40 mg
    Then the pharmacy answers "XR"
    When the pharmacy verifies the prescription
    Then the EHR receives an RDE^O11 with
      | RXE-3   | 40 |
      | RXE-5.1 | mg |
    And the prescription is shown as verified

  Scenario: A replaced medicine ends where the new one begins
    Given the pharmacy has verified the prescription
    When the EHR replaces the prescription by "Losartan 50 mg" by mouth once a day
    Then the message reaches the pharmacy unchanged
    And the pharmacy answers "OK" to the order "Losartan 50 mg"
    And the prescription "Losartan 50 mg" is shown as accepted
    And the prescription "Lisinopril 10 mg" is shown as replaced
