/** How often an element may occur; `max` is Infinity where there is no limit. */
export interface Occurrence {
  readonly min: number;
  readonly max: number;
}

/** One element of a message structure, in order. */
export type StructureNode =
  | ({ readonly kind: 'segment'; readonly name: string } & Occurrence)
  /** A segment group. */
  | ({ readonly kind: 'group'; readonly name: string; readonly nodes: readonly StructureNode[] } & Occurrence)
  /** Exactly one of the alternatives; the name lists them: `OBR|RQD|RQ1`. */
  | ({ readonly kind: 'choice'; readonly name: string; readonly alternatives: readonly StructureNode[] } & Occurrence);

/** An abstract message, `ADT_A01`. */
export interface Structure {
  readonly id: string;
  readonly nodes: readonly StructureNode[];
}
