/** A scenario cannot be judged here: a prerequisite is missing. Not a failure of the system under test, and not green. */
export class Untestable extends Error {
  override readonly name = 'Untestable';

  constructor(reason: string) {
    super(`Not testable: ${reason}`);
  }
}

/** The system under test could not be reached: a matter of infrastructure, not of conformance. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Something that only a mistake of the harness or of a step can cause. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
}

/** A scenario says what cannot be meant: a fault that does not exist, a parameter that it has not. Its author has to mend it. */
export class FeatureMistake extends Error {
  override readonly name = 'FeatureMistake';
}
