export interface ReportOptions {
  /** Two load runs, the one before and the one after. */
  readonly compare?: readonly string[];
  readonly format?: readonly string[];
  readonly out?: string;
  readonly results: string;
  readonly config: string;
}
