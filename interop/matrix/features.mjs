// Which features of the suite each kind of system runs.

/** What a system can be judged by that only receives and acknowledges: the rest of these features needs a system behind it, and is untestable. */
const RECEIVING = ['pipehat:transport', 'pipehat:acknowledgment', 'pipehat:laboratory/character-sets.feature'];

const HUGE = ['pipehat:transport/receiver-huge.feature'];

/** The whole go-live suite, as `pipehat demo` runs it. */
const WHOLE_SUITE = ['pipehat:'];

const SUITE_TAGS = 'not @must-fail and not @certification and not @manual and not @huge';

/** The rows that every machine can run in a minute: what a receiver is judged by, and nothing that needs the rest of the suite. */
const QUICK = ['framing', 'recovery', 'content'].map((name) => `pipehat:transport/receiver-${name}.feature`);

/**
 * The runs of a system: features, tags, and seconds that an acknowledgment may take. A huge message has more time, so that a receiver
 * that is slow is told from one that is silent. `scope` is `full` or `quick`.
 */
export function runsOf({ kind }, scope) {
  const huge = { name: 'huge', paths: HUGE, tags: '', seconds: 60 };
  if (scope === 'quick') return [{ name: 'features', paths: QUICK, tags: SUITE_TAGS, seconds: 3 }, huge];
  const receiving = { name: 'features', paths: RECEIVING, tags: SUITE_TAGS, seconds: 3 };
  const suite = { name: 'suite', paths: WHOLE_SUITE, tags: SUITE_TAGS, seconds: 10 };
  return [kind === 'engine' ? suite : receiving, huge];
}

/** The rows that a reader looks for first, and that the table of the README shows one by one. */
export const isAboutReceiving = (uri) => uri.includes('transport/receiver-');

/** The features that every system runs; engines run the others too. */
export const isForEverySystem = (uri) => /features\/(transport|acknowledgment)\/|laboratory\/character-sets/.test(uri);
