import { CONFIG_YAML } from './config-yaml.js';
import { EXTENSIONS_JSON, SETTINGS_JSON, TSCONFIG_JSON } from './editor.js';
import { FIRST_FEATURE, OWN_STEPS } from './first-feature.js';
import { type ProjectFacts, packageJson } from './package-json.js';
import { PROFILES, README } from './readme.js';
import { WORKFLOW } from './workflow.js';

export interface ProjectFile {
  /** Relative to the project, with forward slashes, which Windows takes as well. */
  readonly path: string;
  readonly content: string;
}

/** All files of a new project. */
export function projectFiles(facts: ProjectFacts): readonly ProjectFile[] {
  return [
    { path: 'package.json', content: packageJson(facts) },
    { path: 'pipehat.config.yaml', content: CONFIG_YAML },
    { path: 'features/first.feature', content: FIRST_FEATURE },
    { path: 'steps/own.steps.ts', content: OWN_STEPS },
    { path: 'tsconfig.json', content: TSCONFIG_JSON },
    { path: 'profiles/README.md', content: PROFILES },
    { path: '.vscode/settings.json', content: SETTINGS_JSON },
    { path: '.vscode/extensions.json', content: EXTENSIONS_JSON },
    { path: '.github/workflows/pipehat.yml', content: WORKFLOW },
    { path: '.gitignore', content: 'node_modules/\nresults/\n' },
    { path: 'README.md', content: README },
  ];
}
