// Writes docs/api/report.schema.json anew; run it after a change to src/diagnosis/report.shape.ts or stream.shape.ts.
import { writeFileSync } from 'node:fs';
import { reportSchema } from './json.view.ts';

writeFileSync(
  new URL('../../../docs/api/report.schema.json', import.meta.url),
  `${JSON.stringify(reportSchema(), null, 1)}\n`,
);
