/** What a load tool is asked to do to a receiver on 127.0.0.1. */
export interface Drive {
  readonly port: number;
  readonly connections: number;
  readonly ms: number;
  /** Runs before that are not measured. */
  readonly warmUpMs: number;
  /** Messages under way on a connection. */
  readonly depth: number;
  /** A second, whatever the answers; absent: as fast as the answers come. */
  readonly rate?: number;
  /** Looks at its memory every second, after a collection, which takes some of its time. */
  readonly watchesMemory?: boolean;
}

/** What it has to say about it. */
export interface DriveResult {
  readonly messages: number;
  readonly ms: number;
  /** Of the tool alone: user and system. */
  readonly cpuMicros: number;
  /** By a name that ends in its unit: what the tool itself reports. */
  readonly figures: Readonly<Record<string, number>>;
}
