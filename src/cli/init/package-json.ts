export interface ProjectFacts {
  readonly name: string;
  /** Version of Pipehat that makes the project. */
  readonly version: string;
}

export function packageJson({ name, version }: ProjectFacts): string {
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    type: 'module',
    scripts: { test: 'pipehat test' },
    devDependencies: { '@cucumber/cucumber': '^12.9.0', '@types/node': '^20.19.0', pipehat: `^${version}` },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
