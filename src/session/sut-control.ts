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
  /** What is missing for an action, and what to do about it; undefined where it can be done. */
  lacks?(action: ControlAction): string | undefined;
}

/** A control that knows what it still owes to the system under test. */
export interface MindfulControl extends SutControl {
  /** What takes back all that was done to it, in the order in which it was done; empty when it is as it was found. */
  readonly owed: readonly ControlAction[];
  /** From now on nothing is done any more: a step of a run that was stopped may still be under way. */
  end(): void;
}

export function mindful(control: SutControl): MindfulControl {
  const owed = new Set<ControlAction>();
  let isOver = false;
  const remember = (action: ControlAction): void => {
    owed.delete(action);
    const undo = UNDONE_BY[action];
    // What has ended does not hang any more.
    if (undo === 'start') owed.delete('resume');
    if (undo !== undefined) owed.add(undo);
  };
  return {
    get owed() {
      return [...owed];
    },
    end: () => {
      isOver = true;
    },
    lacks: (action) => control.lacks?.(action),
    async act(action) {
      if (isOver) return { kind: 'failed', message: 'the run is over' };
      const result = await control.act(action);
      if (result.kind === 'done') remember(action);
      return result;
    },
  };
}
