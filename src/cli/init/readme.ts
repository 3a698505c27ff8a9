export const README = `# Interface tests

Gherkin scenarios that prove an HL7 v2 interface, with [Pipehat](https://www.npmjs.com/package/pipehat).

\`\`\`
npm install
npx pipehat doctor            # checks this machine, the config, and every port in it
npm test                      # runs features/ against the environment "demo": Pipehat's own engine, so it passes at once
npx pipehat test --env test   # runs them against your engine
\`\`\`

The guide is in \`node_modules/pipehat/docs\`; begin with \`first-suite.md\`.

A run writes its evidence to \`results/<time>/evidence.html\`: one page that opens without a network.

| where | what |
|---|---|
| \`features/\` | what the interface promises, in Gherkin |
| \`steps/\` | steps of your own, in TypeScript; \`npx pipehat steps\` lists all |
| \`profiles/\` | conformance profiles; their checksums go into the evidence |
| \`pipehat.config.yaml\` | where your engine listens, where it delivers, and what it may be told to do |

## Pointing it at your engine

1. In \`pipehat.config.yaml\`, environment \`test\`: write your engine's inbound port for each actor (\`send\`), and have it deliver to
   the ports on which Pipehat listens (\`listen\`).
2. An engine on another machine must be named under \`allow: { hosts: [...] }\`, and \`listenHost\` lets it in.
3. \`npx pipehat doctor --env test\` tries every port.
4. \`npx pipehat test --env test\`, and later \`default: test\`.
`;

export const PROFILES = `# Conformance profiles

One folder for each profile: an IGAMT bundle, a chapter 2.B file, or a profile.yaml (see node_modules/pipehat/docs/profiles.md). Every message of
a run is judged by the one that is for it. The checksum of every file here goes into the evidence, so that a reviewer can tell which
version of a specification a run was judged by.
`;
