/** Takes one line for the operator. Lines hold message types, numbers, codes and places, never a value of a patient. */
export type Log = (line: string) => void;
