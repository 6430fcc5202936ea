// Run once after an install: makes what every first start would otherwise make for itself. The embedded database's first, empty, migrated
// cluster, of which a start needs no more than a copy; and what the standards that ship are compiled to, all of them and the demo's.
import { planHarbor } from '../src/cli/make-demo.cli.ts';
import { spokenWords } from '../src/people/organisation.core.ts';
import { migratedCluster } from '../src/platform/db/template.ts';
import { planOrganisation } from '../src/simulate/plan-organisation.ts';
import { noWords } from '../src/standards/engine/compile-packs.ts';
import { compiledBytes } from '../src/standards/kept-compiled.ts';
import { keptPacks } from '../src/standards/kept-standards.ts';
import { loadPacks } from '../src/standards/packs.use.ts';

await migratedCluster();
const packs = await loadPacks();
compiledBytes(packs, noWords);
const { scenario, seed } = planHarbor();
const { organisation } = planOrganisation(scenario, seed);
compiledBytes(keptPacks(packs, organisation.standards ?? []), spokenWords(organisation, []));
