/** A CI job that keeps the reports, also of a failed run. */
export const WORKFLOW = `name: interface tests
on:
  push:
  workflow_dispatch:

jobs:
  pipehat:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      # The environment that pipehat.config.yaml has as its default. For another one: npx pipehat test --env test
      - run: npm test
      - if: always()
        run: npx pipehat report --format markdown --out - >> "$GITHUB_STEP_SUMMARY"
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: evidence
          path: results
`;
