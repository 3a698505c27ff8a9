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
