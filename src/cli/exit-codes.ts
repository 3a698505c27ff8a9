/** What `pipehat` says to the shell. Public: scripts depend on these numbers. */
export const EXIT = {
  /** Everything that was asked for passed. */
  passed: 0,
  /** A conformance check or a threshold failed; a message was refused or not answered. */
  failed: 1,
  /** The command line, the config or a profile is wrong. */
  usage: 2,
  /** The system under test cannot be reached, a port is taken, a file cannot be written. */
  infrastructure: 3,
  /** Nothing ran: no scenario matched, no message was found. */
  nothingRan: 4,
  /** Something is untestable or pending, and nothing failed. */
  incomplete: 5,
  /** Pipehat itself failed. */
  harnessError: 70,
  /** Interrupted before it was done. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
