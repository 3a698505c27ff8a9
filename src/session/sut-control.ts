/** What a control did: `unavailable` where the environment has no way to do it, which makes a scenario untestable. */
export type ControlResult =
  | { readonly kind: 'done'; readonly detail?: string }
  | { readonly kind: 'unavailable'; readonly remedy: string }
  | { readonly kind: 'failed'; readonly message: string };

export type ControlAction = 'start' | 'stop' | 'kill' | 'pause' | 'resume' | 'cutOff' | 'restore';

/** What takes an action back. A system under test is never left stopped, hanging or cut off for the next scenario. */
export const UNDONE_BY: Readonly<Partial<Record<ControlAction, ControlAction>>> = {
  stop: 'start',
  kill: 'start',
  pause: 'resume',
  cutOff: 'restore',
};

/**
 * Acts on the system under test: built in for the demo engine, commands of the configuration for a user's engine.
 * `kill` ends it without warning; `cutOff` drops and refuses its connections until `restore`.
 */
export interface SutControl {
  act(action: ControlAction): Promise<ControlResult>;
}
