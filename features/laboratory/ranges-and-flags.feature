@laboratory @REQ-LAB-023
Feature: Reference ranges, flags and critical values
  What is normal depends on age and sex; what is dangerous is said aloud.

  Scenario Outline: A haemoglobin of <value> for a <sex> patient of <age> years
    Given a synthetic <sex> patient of <age> years
    And the EHR has admitted the patient to "MED2^211^A"
    And the EHR has placed the laboratory order "Hemoglobin"
    When the laboratory reports a final result of <value> "g/dL"
    Then the EHR receives an ORU^R01 with
      | OBX-7 | <range> |
      | OBX-8 | <flag>  |
    And the EHR files the result as
      | test       | value   | unit | range   | flag   |
      | Hemoglobin | <value> | g/dL | <range> | <flag> |

    Examples:
      | sex    | age | value | range     | flag |
      | female | 34  | 12.8  | 12.0-15.5 | N    |
      | male   | 34  | 12.8  | 13.5-17.5 | L    |
      | male   | 1   | 14.5  | 10.0-14.0 | H    |

  Scenario Outline: A critical potassium of <value> is flagged and was called
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "ICU^103^A"
    And the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result of <value> "mmol/L"
    Then the EHR receives an ORU^R01 with
      | OBX-8 | <flag>  |
      | NTE-3 | present |
    And the EHR files the result as
      | test      | flag   | note                                           |
      | Potassium | <flag> | Critical value called to the ward and read back. |

    Examples:
      | value | flag |
      | 7.1   | HH   |
      | 2.3   | LL   |
