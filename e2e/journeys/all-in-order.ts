// One site with every record in order and sixteen people at it, of whom one alone misses what the others keep, and says so: what the
// record then points to is the person. A journey changes what it is about.

export const missed = 'enquiry.need-before-price';
const names = 'Ann Ben Cleo Dev Ella Finn Gus Hana Ivo June Kai Lena Milo Nia Otis Pia'.split(' ');
const reps = names.map((_, nth) => `p-${nth + 1}`);
const calls = 20;

/** Rows under a head, as a file of the record. */
const csv = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const day = (nth: number): string => `2026-03-${String(2 + (nth % 26)).padStart(2, '0')}`;
const ofReps = (row: (rep: string, nth: number) => string): string[] => reps.map(row);

export const recordInOrder: Readonly<Record<string, string>> = {
  'organisation.yaml': `name: Bay Storage\ncurrency: USD\nstandards: [${missed}]\n`,
  'sites.csv': csv('id,name,time zone', ['bay,Bay Street,UTC']),
  'people.csv': csv('id,name,role,site,supervisor,from', [
    'p-0,Mo Hart,manager,bay,,2024-01-01',
    ...ofReps((rep, nth) => `${rep},${names[nth]} Marlow,rep,bay,p-0,2025-06-01`),
  ]),
  'procedures/enquiries.md': `---\nid: enquiries\nversion: 2\ntask: new-enquiry\nfrom: 2026-01-01\nreview due: 2027-01-01\nroles: [rep]\nclarity: clear\n---\n# Answering an enquiry\n\n1. Ask what they need to store before you say a price.\nserves: ${missed}\n`,
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\nreview due: 2027-01-01\n---\n# Quoting prices\n\n1. Say the price in the first sentence, so that nobody waits for it.\n2. Say what the price is for.\n',
  'duties.csv': csv('id,role,task,standards,from', [`d-1,rep,new-enquiry,${missed},2025-01-01`]),
  'authority-limits.csv': csv('id,role,act,limit,from,standards', [
    'a-1,rep,waive a fee,20,2025-01-01,complaint.fault-owned',
  ]),
  'acknowledgements.csv': csv(
    'person,kind,document,version,on,answer',
    reps.flatMap((rep) => [
      `${rep},procedure,enquiries,2,2026-01-05,understood`,
      `${rep},policy,quotes,1,2025-07-01,understood`,
    ]),
  ),
  'shifts.csv': csv(
    'person,site,day,from,to',
    Array.from({ length: 26 }, (_, nth) => ofReps((rep) => `${rep},bay,${day(nth)},08:00,20:00`)).flat(),
  ),
  'observations.csv': csv(
    'id,person,by,on,act,standards',
    ofReps((rep, nth) => `o-${nth},${rep},p-0,2026-02-10,guide,${missed}`),
  ),
  'targets.csv': csv('id,says,from', ['t-1,Answer in three rings,2025-01-01']),
  'certificates.csv': csv(
    'id,person,task,procedure,procedure-version,on,expires,last-practised',
    ofReps((rep, nth) => `c-${nth},${rep},new-enquiry,enquiries,2,2026-01-10,2027-01-10,2026-02-20`),
  ),
  'attempts.csv': csv('id,person,tried,on,standards,account', [
    `x-1,p-1,own-account,2026-02-11,${missed},chose-not-to`,
    `x-2,p-1,own-account,2026-02-25,${missed},chose-not-to`,
  ]),
};

/** Ann says the price at once; of the others each now and then. */
const asksFirst = (rep: number, nth: number): boolean => rep !== 0 && nth >= 2 + (rep % 3);

function turnsOf(rep: number, nth: number): readonly (readonly ['rep' | 'customer', string])[] {
  const thing = ['sofa', 'piano', 'boat', 'car', 'desk'][nth % 5]!;
  const asks: readonly ['rep', string] = ['rep', `What are you looking to store, and when do you need it?`];
  const asked = ['customer', `A ${thing} and ${nth + 3} boxes, from the first.`] as const;
  return [
    ['rep', 'Thank you for calling Bay Storage, how can I help you?'],
    ['customer', 'Hi, how much is a storage unit?'],
    ...(asksFirst(rep, nth) ? [asks, asked] : []),
    ['rep', `That is ninety dollars a month.`],
    ['customer', 'All right, thank you.'],
    ['rep', 'Thank you for calling.'],
  ];
}

/** The calls as a table that stands for a file. */
export const callsInOrder = csv(
  'conversation id,time,site,agent,speaker,message',
  reps.flatMap((rep, who) =>
    Array.from({ length: calls }, (_, nth) =>
      turnsOf(who, nth).map(
        ([speaker, text], turn) =>
          `call-of-${rep}-number-${nth},${day(nth)}T${String(9 + (who % 10)).padStart(2, '0')}:${String(turn + (who > 9 ? 30 : 0)).padStart(2, '0')}:00Z,bay,${rep},${speaker === 'rep' ? 'agent' : 'customer'},"${text}"`,
      ),
    ).flat(),
  ),
);
