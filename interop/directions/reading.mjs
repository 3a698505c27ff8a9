// Both read the same bytes: is every field the same?
import { java, missingJvm, missingPython, python } from '../systems.mjs';
import { explanationOf } from './explanations.mjs';
import { readBy } from './foreign-reader.mjs';
import { builtMessages, generatedMessages } from './generate.mjs';
import { ourReading } from './our-reading.mjs';

const READERS = [
  { name: 'HAPI', missing: missingJvm, command: () => java('Reader'), raw: false },
  { name: 'hl7apy', missing: missingPython, command: () => [python, 'python/read.py'], raw: true },
];

/** Compares every reader's reading of what the builders make and of generated messages with ours. */
export async function compareReadings({ count, seed, say }) {
  const rows = [];
  for (const reader of READERS) {
    const missing = reader.missing();
    const sources = [
      ['what the builders make', builtMessages()],
      [`${count} generated messages`, generatedMessages(count, seed)],
    ];
    for (const [what, messages] of sources) {
      const row = missing ? { grade: 'untestable', texts: ['', '', '', missing] } : await compare(reader, messages);
      rows.push({ name: `${reader.name}: ${what}`, ...row });
      say(`reading: ${reader.name}: ${what}: ${row.texts.join(', ')}`);
    }
  }
  return {
    title: 'Our messages, read by others',
    lead: 'Every place of every message, with its text, as Pipehat reads it and as the other parser does.',
    head: ['parser and messages', 'messages', 'places compared', 'differences explained', 'differences'],
    rows,
  };
}

async function compare(reader, messages) {
  const tally = { messages: 0, places: 0, explained: new Map(), different: [] };
  await readBy(reader.command(), messages, (message, told) => judge(message, told, reader, tally));
  const explained = [...tally.explained].map(([why, n]) => `${n} ${why}`).join('; ');
  const { length } = tally.different;
  const worst = tally.different.slice(0, 5).join(' · ');
  return {
    grade: length === 0 ? 'ok' : 'failed',
    texts: [`${tally.messages}`, `${tally.places}`, explained || '0', length === 0 ? '0' : `${length}: ${worst}`],
  };
}

function judge({ name, bytes }, told, { name: reader, raw }, tally) {
  tally.messages++;
  const ours = ourReading(bytes, { raw });
  const theirs = new Map(Object.entries(told.reading ?? {}));
  if (told.trouble)
    return different(tally, explanationOf(reader, { trouble: told.trouble, bytes }), `${name}: ${told.trouble}`);
  for (const place of new Set([...ours.keys(), ...theirs.keys()])) {
    tally.places++;
    const [our, their] = [ours.get(place), theirs.get(place)];
    if (our === their) continue;
    const shown = `${name}: ${place}: ${JSON.stringify(our)} here, ${JSON.stringify(their)} there`;
    different(tally, explanationOf(reader, { place, our, their, ours, theirs, bytes }), shown);
  }
}

function different(tally, why, shown) {
  if (why === undefined) tally.different.push(shown);
  else tally.explained.set(why, (tally.explained.get(why) ?? 0) + 1);
}
