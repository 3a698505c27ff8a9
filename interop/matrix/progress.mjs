// What a run has done and how much of it is left: a line whenever a part of it ends, so that it can be left alone and looked after in a log.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Before anything is known of a part: most take about so long. */
const USUAL_SECONDS = 15;

/**
 * `parts` are the ids of what will run, `atOnce` how many of them run beside each other. How long each took is kept in `file`
 * for the estimate of the next run.
 */
export function startProgress({ parts, atOnce, file, say }) {
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const open = new Set(parts);
  const started = Date.now();
  const left = () => timeText(secondsLeft([...open], known, atOnce));
  const tell = (text) => say(`${new Date().toTimeString().slice(0, 8)}  ${text}`);
  tell(`${parts.length} parts, ${atOnce} at a time; about ${left()}`);
  return {
    tell,
    /** `seconds` is undefined for what was taken from an earlier run. */
    done(id, seconds, outcome) {
      open.delete(id);
      if (seconds !== undefined) known[id] = seconds;
      const rest = open.size === 0 ? `all in ${timeText((Date.now() - started) / 1000)}` : `about ${left()} left`;
      tell(
        `${parts.length - open.size}/${parts.length}  ${id}: ${outcome}${seconds === undefined ? '' : `, ${seconds} s`}; ${rest}`,
      );
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(known, undefined, 1)}\n`);
    },
  };
}

/** The parts of one system follow each other, and so does what belongs to none; systems run beside each other. */
function secondsLeft(ids, known, atOnce) {
  const bySystem = new Map();
  for (const id of ids) {
    const [system, part] = id.split(' ');
    const key = part === undefined ? '' : system;
    bySystem.set(key, (bySystem.get(key) ?? 0) + (known[id] ?? USUAL_SECONDS));
  }
  const alone = bySystem.get('') ?? 0;
  bySystem.delete('');
  const each = [...bySystem.values()];
  const together = each.reduce((sum, seconds) => sum + seconds, 0) / atOnce;
  return alone + Math.max(together, 0, ...each);
}

/** `75 s`, `12 min`. */
export function timeText(seconds) {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
