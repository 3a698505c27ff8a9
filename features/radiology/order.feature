@radiology @REQ-RAD-011
Feature: Ordering an examination
  An imaging order reaches radiology as it was placed and comes back accepted, with its numbers, or refused with a reason.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^210^A"

  Scenario: An order is accepted under the department's own numbers
    When the EHR places the imaging order "Chest X-ray"
    Then the message is acknowledged as accepted
    And the radiology department answers "OK"
    And the order is shown as accepted
    And the placer and filler order numbers are those of the order
    And the EHR knows the accession number of the order

  Scenario: An urgent order keeps its priority
    When the EHR places the STAT imaging order "CT head"
    Then the message reaches the radiology department unchanged
    And the radiology department knows the order as STAT

  Scenario: The clinical question reaches the department in the ward's own words
    When the EHR places the imaging order "CT chest" because of "Haemoptysis & weight loss, smoker ~40/d"
    Then the message reaches the radiology department unchanged
    And the order is shown as accepted

  Scenario: An examination that the department does not do is refused
    When the EHR places the imaging order "Thermography", which the radiology department does not offer
    Then the message is acknowledged as accepted
    And the message reaches the radiology department unchanged
    And the radiology department answers "UA"
    And the order is shown as refused
    And a reason is shown for the order "Thermography"
    And the radiology department holds no order "Thermography"

  Scenario Outline: An order by <order> is answered by <answer>
    When the EHR places the imaging order "MR brain" by an <order>
    Then the radiology department answers "OK" by an <answer>
    And the order is shown as accepted
    And the placer and filler order numbers are those of the order

    Examples:
      | order   | answer  |
      | ORM^O01 | ORR^O02 |
      | OMG^O19 | ORG^O20 |

  Scenario: A change of priority is granted while nothing has been done
    Given the EHR has placed the imaging order "CT head"
    When the EHR changes the priority of the order to STAT
    Then the radiology department answers "XR"
    And the radiology department knows the order as STAT
