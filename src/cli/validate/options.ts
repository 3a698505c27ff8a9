export interface ValidateOptions {
  /** Paths, ids and `base`. */
  readonly profile?: readonly string[];
  /** Id of the one message definition that is to be used, whatever MSH says. */
  readonly message?: string;
  readonly severity: string;
  readonly overlay?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly acceptedBy?: string;
  readonly reason?: string;
  readonly expires?: string;
  readonly functions?: readonly string[];
  readonly format: string;
  readonly output?: string;
  readonly redact?: boolean;
  readonly verbose?: boolean;
  readonly watch?: boolean;
  /** Worker threads; 0: as many as are worth it. */
  readonly threads: number;
  readonly failOn: 'error' | 'warning';
  readonly allowUntestable?: boolean;
  readonly codes?: boolean;
}
