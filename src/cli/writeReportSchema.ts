import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { reportSchema } from '../app/month/report';

/** Writes the JSON Schema of report.json beside its source, for those who read the report with other tools. */
const file = join(__dirname, '../app/month/report.schema.json');
writeFileSync(file, `${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`);
