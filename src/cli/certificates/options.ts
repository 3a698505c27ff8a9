export interface CertificatesOptions {
  /** Names of the good certificates; those of this machine where absent. */
  readonly name?: readonly string[];
}
