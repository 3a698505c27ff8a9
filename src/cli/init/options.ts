export interface InitOptions {
  readonly keep?: boolean;
}
