// The forms of an English word, for `word~` in phrases: rules for the regular ones, a table for the rest.

const irregular: readonly string[] = [
  'be am is are was were been being',
  'have has had having',
  'do does did done doing',
  'go goes went gone going',
  'say says said saying',
  'tell tells told telling',
  'get gets got gotten getting',
  'give gives gave given giving',
  'take takes took taken taking',
  'make makes made making',
  'know knows knew known knowing',
  'see sees saw seen seeing',
  'find finds found finding',
  'think thinks thought thinking',
  'keep keeps kept keeping',
  'leave leaves left leaving',
  'put puts putting',
  'pay pays paid paying payment payments',
  'sell sells sold selling',
  'buy buys bought buying',
  'bring brings brought bringing',
  'send sends sent sending',
  'speak speaks spoke spoken speaking',
  'hear hears heard hearing',
  'hold holds held holding',
  'lose loses lost losing',
  'break breaks broke broken breaking',
  'steal steals stole stolen stealing',
  'come comes came coming',
  'begin begins began begun beginning',
  'feel feels felt feeling',
  'mean means meant meaning',
  'meet meets met meeting',
  'understand understands understood understanding',
  'forget forgets forgot forgotten forgetting',
  'run runs ran running',
  'write writes wrote written writing',
  'drive drives drove driven driving',
  'stand stands stood standing',
  'sit sits sat sitting',
  'cut cuts cutting',
  'let lets letting',
  'set sets setting',
  'show shows showed shown showing',
  'spend spends spent spending',
  'catch catches caught catching',
  'teach teaches taught teaching',
  'lie lies lied lying',
  'choose chooses chose chosen choosing',
  'swear swears swore sworn swearing',
  'hang hangs hung hanging',
  'person people persons',
  'man men',
  'woman women',
  'child children',
];
const families = new Map(irregular.flatMap((row) => row.split(' ').map((word) => [word, row.split(' ')] as const)));

/** Every form of an English word: "help" gives help, helps, helped, helping, helper, helpers; irregular verbs from a table. Works from the base form. */
export function formsOf(word: string): string[] {
  const base = word.toLowerCase();
  const family = families.get(base);
  if (family) return [...new Set([base, ...family])];
  const forms = new Set([base]);
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const consonantY = /[^aeiou]y$/.test(base);
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? base + base.at(-1)! : null;
  if (consonantY) for (const end of ['ies', 'ied', 'ier', 'iers']) forms.add(base.slice(0, -1) + end);
  else forms.add(base + (/(s|x|z|ch|sh)$/.test(base) ? 'es' : 's'));
  if (!consonantY) for (const end of ['ed', 'er', 'ers']) forms.add((doubled ?? stem) + end);
  forms.add(`${doubled ?? (base.endsWith('ee') || base.endsWith('ye') ? base : stem)}ing`);
  return [...forms];
}
