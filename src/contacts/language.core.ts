// Which language a contact is in, where its source doesn't say: told by the small words that every sentence needs, or by
// the script. In doubt it is English, the language of the sets of standards that ship: a wrong "other" would leave a good
// contact unmarked.

// The commonest words of each language that are no English words, and stand in hardly any other of these languages.
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the and you to of is that it for in have what with this are my we can your be not do i was'),
  es: words(
    'que el los las una por para con está usted cómo qué muy pero más hola gracias buenos puedo tiene quiero del',
  ),
  de: words(
    'der die das und ich ist nicht ein eine sie wir für mit auf dem den was haben guten bitte kann noch auch im',
  ),
  fr: words('le les des est et vous je pour une dans que avec pas bonjour merci nous votre sur cette mais ça'),
  it: words('il che di sono per una con buongiorno grazie questo della vorrei come anche più posso ho'),
  pt: words('que não uma para com você está obrigado obrigada bom dia por mais tem eu do da isso quero'),
  nl: words('het een van ik is dat niet de en voor met goedemorgen dank heeft wij hoe kan naar ook'),
  pl: words('nie jest się na że to jak czy dzień dobry proszę dziękuję mam dla'),
};

// Scripts that one glance tells, with the language they are mostly used for.
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** Small words that must be heard before a contact is taken for anything but English. */
const fewest = 4;
const mostCharacters = 6_000;
const plainEnough = 800;

/** ISO 639-1 of the texts, from their first 6,000 characters. */
export function languageOf(texts: readonly string[]): string {
  const text = beginning(texts);
  // Nearly every contact is plainly English: a dozen small words of its first lines settle it.
  const opening =
    text
      .slice(0, plainEnough)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const known = opening.filter((word) => smallWords['en']!.has(word)).length;
  if (known >= 20 && known > opening.length * 0.3) return 'en';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of scripts) {
    const found = text.match(script)?.length ?? 0;
    if (found > 12 && found > letters * (language === 'ja' ? 0.2 : 0.5)) return language;
  }
  const heard = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (language: string): number => heard.filter((word) => smallWords[language]!.has(word)).length;
  const english = count('en');
  const [language, most] = Object.keys(smallWords)
    .filter((one) => one !== 'en')
    .map((one) => [one, count(one)] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best));
  return most >= fewest && most > 2 * english ? language : 'en';
}

/** A stated language (`en-US`, `English`, `eng`) as ISO 639-1 where it is one of those above; else as stated, in small letters. */
export function statedLanguage(said: string): string {
  const word = said.trim().toLowerCase();
  const names: Readonly<Record<string, string>> = {
    english: 'en',
    eng: 'en',
    spanish: 'es',
    spa: 'es',
    german: 'de',
    deu: 'de',
    ger: 'de',
    french: 'fr',
    fra: 'fr',
    fre: 'fr',
    italian: 'it',
    ita: 'it',
    portuguese: 'pt',
    por: 'pt',
    dutch: 'nl',
    nld: 'nl',
    polish: 'pl',
    pol: 'pl',
  };
  return names[word] ?? word;
}

function beginning(texts: readonly string[]): string {
  let text = '';
  for (const one of texts) {
    text += ` ${one.slice(0, mostCharacters)}`;
    if (text.length > mostCharacters) break;
  }
  return text.slice(0, mostCharacters);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
