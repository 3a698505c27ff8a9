import { resolve } from 'node:path';
import { readYaml } from '../base/yaml-document.js';
import { MOST_CONFIG_BYTES, readBounded } from './bounded-file.js';
import type { ConfigProblem } from './config.js';

export interface Requirements {
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly ConfigProblem[];
}

/** Reads a YAML file of `requirement id: text`. */
export function requirementsFile(name: string, folder: string): Requirements {
  const file = resolve(folder, name);
  try {
    return requirements(file, readBounded(file, MOST_CONFIG_BYTES));
  } catch (error) {
    const what = `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
    const remedy = 'write the path of a YAML file, relative to the config file, or the requirements themselves';
    return { texts: {}, problems: [{ file, line: 0, column: 0, path: 'requirements', what, remedy }] };
  }
}

function requirements(file: string, content: string): Requirements {
  const document = readYaml(content);
  if (document.mistakes.length > 0) {
    const remedy = 'mend the YAML at this place';
    return { texts: {}, problems: document.mistakes.map((mistake) => ({ file, path: '', remedy, ...mistake })) };
  }
  const texts: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  for (const [id, text] of Object.entries(document.data ?? {})) {
    if (typeof text === 'string') texts[id] = text;
    else {
      const what = 'a requirement is one text';
      problems.push({ file, ...document.keyPlace([id]), path: id, what, remedy: `write ${id}: "the requirement"` });
    }
  }
  return { texts, problems };
}
