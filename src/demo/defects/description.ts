/** A mistake of the engine that can be switched on. */
export interface DefectDescription {
  readonly name: string;
  /** What the engine then sends or answers wrongly. */
  readonly description: string;
  /** What a harness must look at to notice. */
  readonly caughtBy: string;
}
