// Which features of the suite each kind of system runs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../systems.mjs';

/** What a system can be judged by that only receives and acknowledges: the rest of these features needs a system behind it, and is untestable. */
const isReceiving = (part) => /^(transport|acknowledgment)\/|character-sets/.test(part);

const HUGE = ['pipehat:transport/receiver-huge.feature'];

const SUITE_TAGS = 'not @must-fail and not @certification and not @manual and not @huge';

/** The rows that every machine can run in a minute: what a receiver is judged by, and nothing that needs the rest of the suite. */
const QUICK = ['framing', 'recovery', 'content'].map((name) => `pipehat:transport/receiver-${name}.feature`);

/**
 * The runs of a system: features, tags, and seconds that an acknowledgment may take. A huge message has more time, so that a receiver
 * that is slow is told from one that is silent. `scope` is `full` or `quick`; `topics` the beginnings of the parts to run.
 */
export function runsOf({ kind }, { scope, topics }) {
  const huge = { name: 'huge', paths: HUGE, tags: '', seconds: 60 };
  if (scope === 'quick') return [{ name: 'features', paths: QUICK, tags: SUITE_TAGS, seconds: 3 }, huge];
  const possible = kind === 'engine' ? parts().filter((part) => part !== CHARACTER_SETS) : parts().filter(isReceiving);
  const wanted = possible.filter((part) => topics === undefined || topics.some((topic) => part.startsWith(topic)));
  return [...wanted.map((part) => suiteRun(part, kind === 'engine' ? patienceOf(part) : 3)), huge];
}

function suiteRun(part, seconds) {
  return { name: part.replace(/[/.]/g, '-'), paths: [`pipehat:${part}`], tags: SUITE_TAGS, seconds };
}

/**
 * Seconds for an engine: few where most acknowledgments must not come, many where it starts again before it can answer, which takes a
 * JVM on a busy machine ten seconds.
 */
function patienceOf(part) {
  if (part.includes('enhanced-mode')) return 3;
  return part.includes('interruption') ? 40 : 10;
}

/** What attacks a system may leave it lame: each file of these topics meets one that was started anew. */
const HARSH = ['transport', 'security', 'acknowledgment'];

/** Of a topic that engines run as a whole, the one file that a receiver runs too. */
const CHARACTER_SETS = 'laboratory/character-sets.feature';

/** The whole go-live suite in parts, each for a system that was started anew. */
function parts() {
  const topics = readdirSync(join(root, 'features'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const suite = topics.map(({ name }) => name).filter((name) => name !== 'defects' && name !== 'certification');
  const each = suite.flatMap((topic) => (HARSH.includes(topic) ? filesOf(topic) : [topic]));
  return [...each, CHARACTER_SETS].sort();
}

function filesOf(topic) {
  const files = readdirSync(join(root, 'features', topic)).filter((name) => name.endsWith('.feature'));
  return files.filter((name) => !name.includes('huge')).map((name) => `${topic}/${name}`);
}

/** The rows that a reader looks for first, and that the table of the README shows one by one. */
export const isAboutReceiving = (uri) => uri.includes('transport/receiver-');

/** The features that every system runs; engines run the others too. */
export const isForEverySystem = (uri) => /features\/(transport|acknowledgment)\/|laboratory\/character-sets/.test(uri);
