// Structures in which we differ from both on purpose, each with the clause.
const CORRECTED = {};

export function corrected(version, id) {
  return CORRECTED[version]?.[id];
}
