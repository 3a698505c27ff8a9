export interface ReportOptions {
  readonly format?: readonly string[];
  readonly out?: string;
  readonly results: string;
  readonly config: string;
}
