// Both read the same bytes: is every field the same?
import { java, missingJvm, missingPython, python } from '../systems.mjs';
import { explainer, refusalOf } from './explanations.mjs';
import { readBy } from './foreign-reader.mjs';
import { builtMessages, generatedMessages } from './generate.mjs';
import { modelOf } from './models.mjs';
import { ourReading } from './our-reading.mjs';
import { wrongSpecimens } from './specimens.mjs';

const READERS = [
  { name: 'HAPI', missing: missingJvm, command: () => java('Reader'), raw: false },
  { name: 'hl7apy', missing: missingPython, command: () => [python, 'python/read.py'], raw: true },
];

/** Compares every reader's reading of what the builders make and of generated messages with ours. */
export async function compareReadings({ count, seed, say }) {
  const rows = [checkedRules()];
  for (const reader of READERS) {
    const missing = reader.missing();
    const model = missing ? undefined : modelOf(reader.name);
    const sources = [
      ['what the builders make', builtMessages()],
      [`${count} generated messages`, generatedMessages(count, seed)],
    ];
    for (const [what, messages] of sources) {
      const row = missing
        ? { grade: 'untestable', texts: ['', '', '', '', missing] }
        : await compare({ ...reader, model }, messages);
      rows.push({ name: `${reader.name}: ${what}`, ...row });
      say(`reading: ${reader.name}: ${what}: ${row.texts.join(', ')}`);
    }
  }
  return {
    title: 'Our messages, read by others',
    lead: 'Every place of every message, with its text, as Pipehat reads it and as the other parser does.',
    head: ['parser and messages', 'messages', 'places compared', 'equal', 'differences explained', 'differences'],
    rows,
  };
}

/** Each rule has a specimen that it explains and one that it must not; a rule that fails them explains nothing. */
function checkedRules() {
  const { count, wrong } = wrongSpecimens();
  const texts = [`${count} specimens`, '', '', '', wrong.length === 0 ? '0' : `${wrong.length}: ${wrong.join(' · ')}`];
  return { name: 'the rules of explanation', grade: wrong.length === 0 ? 'ok' : 'failed', texts };
}

const PLANTED_EVERY = 50;

const emptyTally = () => ({ messages: 0, places: 0, equal: 0, explained: new Map(), different: [] });

async function compare(reader, messages) {
  const tally = emptyTally();
  await readBy(reader.command(), messages, (message, told) => {
    judge(message, told, reader, tally);
    if (told.reading && tally.messages % PLANTED_EVERY === 0) plant(message, told, reader, tally);
  });
  const explained = [...tally.explained].sort(([, a], [, b]) => b - a).map(([why, n]) => `${n} ${why}`);
  const { length } = tally.different;
  const worst = tally.different.slice(0, 5).join(' · ');
  const counts = [tally.messages, tally.places, tally.equal].map(String);
  return {
    grade: length === 0 ? 'ok' : 'failed',
    texts: [...counts, explained.join('; ') || '0', length === 0 ? '0' : `${length}: ${worst}`],
  };
}

/** What is altered in the reading of a message has to be reported: a check that cannot fail would say nothing. */
function plant(message, told, reader, tally) {
  const [place, text] = Object.entries(told.reading)[tally.messages % Object.keys(told.reading).length];
  const altered = { reading: { ...told.reading, [place]: `${text}!` } };
  const { different: found } = judged(message, altered, reader);
  if (found.length !== judged(message, told, reader).different.length + 1)
    tally.different.push(`${message.name}: a difference planted at ${place} is not reported`);
}

function judged(message, told, reader) {
  const tally = emptyTally();
  judge(message, told, reader, tally);
  return tally;
}

/** Compares one message place by place, and counts. */
function judge({ name, bytes }, told, { name: parser, raw, model }, tally) {
  tally.messages++;
  if (told.trouble) return different(tally, refusalOf(parser, bytes, told.trouble), `${name}: ${told.trouble}`);
  const ours = ourReading(bytes, { raw });
  const theirs = new Map(Object.entries(told.reading));
  const why = explainer(parser, bytes, model);
  for (const place of new Set([...ours.keys(), ...theirs.keys()])) {
    tally.places++;
    const [our, their] = [ours.get(place), theirs.get(place)];
    if (our === their) tally.equal++;
    else
      different(
        tally,
        why(place, our, their),
        `${name}: ${place}: ${JSON.stringify(our)} here, ${JSON.stringify(their)} there`,
      );
  }
}

function different(tally, why, shown) {
  if (why === undefined) tally.different.push(shown);
  else tally.explained.set(why, (tally.explained.get(why) ?? 0) + 1);
}
