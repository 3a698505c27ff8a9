/** An address of our own from which to connect, and which can be taken away under a connection. */
export interface LentAddress {
  readonly address: string;
  /** From now on every packet from it and to it is lost. */
  lose(): Promise<void>;
}

/** Lends such an address, where the machine has a network that is ours alone. */
export type LendAddress = () => Promise<LentAddress>;
