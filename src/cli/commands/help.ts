// What --help shows beside the commands' own words: commands grouped by what people do with them, and an example of each.
import type { Command, Option } from 'commander';

/** Groups in the order of a first week; each command stands in one of them. */
const groups: readonly (readonly [heading: string, commands: readonly string[]])[] = [
  ['Begin here: a made-up organisation, or a folder of your own', ['start', 'diagnose', 'report']],
  ['Bring things in: contacts, the record, past mystery shops', ['import', 'shops', 'record', 'init', 'rejects']],
  ['Say what good service is: the standards that contacts are marked by', ['standards']],
  [
    'Let people mark too: what they say, dispute, teach and learn from',
    ['reviews', 'agreement', 'calibrations', 'disputes', 'markers', 'dissatisfied', 'lessons'],
  ],
  [
    'See why: causes, one failure told, what is missed where and when',
    ['causes', 'explain', 'answer', 'patterns', 'rates', 'watch'],
  ],
  ['See what it costs, and what comes', ['money', 'production', 'forecast']],
  ['Fix it, and see whether it worked', ['fixes', 'plan']],
  [
    'Put it in writing: rules, how tasks are done, why clauses stand',
    ['documents', 'procedures', 'policies', 'letters'],
  ],
  ['Let others in: a server, tokens for programs', ['serve', 'token']],
  [
    'Look after the data: copies, history, erasing',
    ['backup', 'restore', 'migrate', 'ledger', 'verify', 'retention', 'erase', 'legal-hold'],
  ],
  ['Try it out on what is known: made-up organisations with planted causes', ['simulate']],
];

/** What stands behind `customary` to do what most people want of it. */
export const examples: Readonly<Record<string, string>> = {
  start: 'start',
  diagnose: 'diagnose calls/ --record our-record/',
  report: 'report --html report.html',
  'import contacts': 'import contacts calls.zip chats.jsonl --channel chat',
  'import record': 'import record our-record/',
  'import marks': 'import marks reviewed.csv',
  'import undo': 'import undo',
  'shops bring': 'shops bring shops-2025.xlsx --look',
  'record as-of': 'record as-of 2026-03-14 --site bay-street',
  'record out': 'record out record.xlsx',
  'reviews plans': 'reviews plans',
  'reviews draw': 'reviews draw rp0f2c',
  'reviews check': 'reviews check rd77a1',
  'reviews out': 'reviews out reviews.csv',
  agreement: 'agreement close.asked-for-business',
  'calibrations list': 'calibrations list',
  'calibrations show': 'calibrations show cal0b4e71',
  init: 'init our-record/',
  rejects: 'rejects i4f0c21',
  'standards list': 'standards list',
  'standards explain': 'standards explain close.asked-to-rent',
  'standards try': 'standards try "Rep: Hold please."',
  'standards check': 'standards check our-standards.yaml',
  'markers list': 'markers list',
  'markers show': 'markers show close.asked-for-business',
  'markers train': 'markers train close.asked-for-business',
  'markers compare': 'markers compare close.asked-for-business',
  'markers promote': 'markers promote close.asked-for-business',
  'markers roll-back': 'markers roll-back close.asked-for-business',
  'dissatisfied train': 'dissatisfied train rated.tsv',
  'dissatisfied evaluate': 'dissatisfied evaluate rated.tsv',
  'dissatisfied list': 'dissatisfied list --csv dissatisfied.csv',
  'dissatisfied forget': 'dissatisfied forget',
  causes: 'causes --csv causes.csv',
  explain: 'explain m4f0c21',
  answer: 'answer',
  patterns: 'patterns --site bay-street',
  rates: 'rates --by site',
  watch: 'watch --standard close.asked-to-rent',
  money: 'money --csv money.csv',
  production: 'production',
  forecast: 'forecast --site bay-street',
  'fixes list': 'fixes list',
  'fixes show': 'fixes show x4f0c21',
  'fixes propose': 'fixes propose p4f0c21 --owner manager --due 2026-06-01',
  'fixes begin': 'fixes begin x4f0c21 --on 2026-05-04',
  'fixes done': 'fixes done x4f0c21 --on 2026-05-18',
  'fixes drop': 'fixes drop x4f0c21 --why "The rule changed."',
  'fixes reopen': 'fixes reopen x4f0c21 --why "It came back."',
  'fixes check': 'fixes check',
  'letters list': 'letters list',
  'letters show': 'letters show l4f0c21',
  'disputes list': 'disputes list',
  'disputes show': 'disputes show dp4f0c21',
  'disputes answer': 'disputes answer dp4f0c21 --answer upheld --because "Clause 1 says just this."',
  'lessons list': 'lessons list price',
  'lessons show': 'lessons show les4f0c21',
  'procedures list': 'procedures list',
  'procedures search': 'procedures search lost key',
  'procedures show': 'procedures show telephone-enquiry',
  'procedures missing': 'procedures missing --json missing.json',
  'documents list': 'documents list --on 2026-03-14',
  'documents export': 'documents export policy late-fees --as pdf',
  'documents bring': 'documents bring handbook.docx --kind policy',
  'policies why': 'policies why --csv why.csv',
  'plan standard': 'plan standard close.asked-to-rent --within 5',
  'plan person': 'plan person close.asked-to-rent --aim 80',
  'plan sites': 'plan sites close.asked-to-rent --sites bay-street,pier-four',
  'plan fix': 'plan fix close.asked-to-rent --rate 60 --to 40',
  'plan reviews': 'plan reviews close.asked-to-rent',
  'plan fixes': 'plan fixes',
  serve: 'serve --port 4747',
  'token add': 'token add --says "export to the month’s figures" --role auditor --read-only',
  'token list': 'token list',
  'token end': 'token end k4f0c21',
  backup: 'backup customary-monday.backup',
  restore: 'restore customary-monday.backup --data restored/',
  migrate: 'migrate',
  'ledger verify': 'ledger verify --checkpoint checkpoint.txt',
  'ledger checkpoint': 'ledger checkpoint checkpoint.txt',
  verify: 'verify judges-file-2026-03-01.zip',
  'retention show': 'retention show',
  'retention set': 'retention set 24',
  'retention erase': 'retention erase',
  'erase contact': 'erase contact c4f0c21',
  'erase customer': 'erase customer 4711',
  'legal-hold list': 'legal-hold list',
  'legal-hold place':
    'legal-hold place --site bay-street --from 2026-03-01 --to 2026-03-31 --says "Asked for by counsel."',
  'legal-hold release': 'legal-hold release h4f0c21 --says "The case is over."',
  simulate: 'simulate harbor --out made-up/ --sites 4 --days 60',
};

/** Groups the commands of the program, and gives each command its example. */
export function explained(program: Command): void {
  const order = groups.flatMap(([, commands]) => commands);
  const place = (command: Command): number => (order.indexOf(command.name()) + order.length + 1) % (order.length + 1);
  (program.commands as Command[]).sort((a, b) => place(a) - place(b));
  for (const [heading, names] of groups)
    for (const command of program.commands) if (names.includes(command.name())) command.helpGroup(`${heading}:`);
  withExamples(program, []);
}

function withExamples(command: Command, path: readonly string[]): void {
  for (const one of command.commands) {
    const name = [...path, one.name()];
    // What is the command's own stands first.
    (one.options as Option[]).sort((a, b) => Number(isShared(a)) - Number(isShared(b)));
    const example = examples[name.join(' ')];
    if (example !== undefined) one.addHelpText('after', `\nFor example:\n  customary ${example}`);
    withExamples(one, name);
  }
}

const isShared = (option: Option): boolean => option.helpGroupHeading !== undefined;
