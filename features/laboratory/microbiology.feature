@laboratory @REQ-LAB-022
Feature: Cultures
  What grew, and what it is susceptible to, stay together for each isolate and apart from the others.

  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^102^A"
    And the EHR has placed the laboratory order "Urine culture"
    And the laboratory has received the specimen

  Scenario: Two isolates of one culture are kept apart
    When the laboratory reports a final culture with
      | organism              | antibiotic    | value  |
      | Escherichia coli      | Ampicillin    | >=32   |
      | Escherichia coli      | Ciprofloxacin | <=0.06 |
      | Klebsiella pneumoniae | Ampicillin    | <=2    |
    Then the EHR receives an ORU^R01 with
      | OBR-25   | F |
      | OBX-4    | 1 |
      | OBX[2]-4 | 2 |
      | OBX[3]-4 | 1 |
      | OBX[5]-4 | 2 |
    And the EHR files the result as
      | test          | group | value                 | flag | status |
      | Urine culture | 1     | Escherichia coli      | A    | final  |
      | Urine culture | 2     | Klebsiella pneumoniae | A    | final  |
    And the EHR files for the isolate "Escherichia coli"
      | test              | value  | flag |
      | Ampicillin MIC    | >=32   | R    |
      | Ciprofloxacin MIC | <=0.06 | S    |
    And the EHR files for the isolate "Klebsiella pneumoniae"
      | test           | value | flag |
      | Ampicillin MIC | <=2   | S    |

  Scenario: A preliminary organism becomes final with its susceptibilities
    Given the laboratory has reported a preliminary culture with
      | organism         |
      | Escherichia coli |
    When the laboratory reports a final culture with
      | organism         | antibiotic | value |
      | Escherichia coli | Ampicillin | >=32  |
    Then the order is shown as final
    And the EHR files 1 value for the order
    And the EHR files for the isolate "Escherichia coli"
      | test           | value | flag |
      | Ampicillin MIC | >=32  | R    |
