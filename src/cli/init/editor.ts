/** Gherkin completion in VS Code: the Cucumber extension reads step definitions from these files. */
export const SETTINGS_JSON = `${JSON.stringify(
  {
    'cucumber.features': ['features/**/*.feature'],
    'cucumber.glue': ['steps/**/*.ts', 'node_modules/pipehat/dist/steps/**/*.js'],
    'files.associations': { '*.hl7': 'plaintext' },
  },
  undefined,
  2,
)}\n`;

export const EXTENSIONS_JSON = `${JSON.stringify(
  { recommendations: ['CucumberOpen.cucumber-official', 'redhat.vscode-yaml'] },
  undefined,
  2,
)}\n`;

/** Lets an editor check TypeScript steps; Pipehat itself needs no such file. */
export const TSCONFIG_JSON = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      skipLibCheck: true,
      types: ['node'],
      noEmit: true,
    },
    include: ['steps', 'simulators', 'faults', 'reports'],
  },
  undefined,
  2,
)}\n`;
