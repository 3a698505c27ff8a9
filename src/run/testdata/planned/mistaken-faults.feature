Feature: Faults that cannot be meant

  Scenario: One of each
    Given the link from the EHR suffers "mising-end" on the next message
    And the link from the EHR suffers "byte-by-byte:gapp=3ms"
    And the link to the laboratory suffers "missing-end"
    And the link from the EHR suffers "dropped-syn"
    And the link from the EHR suffers "byte-by-byte:gap=3ms"
