// `customary production`: which sites produce less than their size, price and place would give, and what they share.
import { type Production, ProductionShape } from '../diagnosis/production/production.shape.ts';
import { codeOfAnswer } from './exit-code.ts';
import { productionCsv, productionText } from './production.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface ProductionOptions extends SharedOptions {
  csv?: string;
}

export async function production(session: Session, terminal: Terminal, options: ProductionOptions): Promise<number> {
  const found: Production = await session.client.get(ProductionShape, '/v1/production');
  if (options.csv) await writeText(options.csv, productionCsv(found));
  if (options.json) await writeText(options.json, [`${JSON.stringify({ production: found }, null, 2)}\n`]);
  if (options.json !== '-' && options.csv !== '-') terminal.print(productionText(found, terminal.columns));
  return codeOfAnswer(found);
}
