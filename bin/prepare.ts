// Run once after an install: makes the embedded database's first, empty, migrated cluster, so that the first start of the
// program needs no more than a copy of it.
import { migratedCluster } from '../src/platform/db/template.ts';

await migratedCluster();
