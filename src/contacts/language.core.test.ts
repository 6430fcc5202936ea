import { describe, expect, it } from 'vitest';
import { languageOf, statedLanguage } from './language.core.ts';

describe('the language of a contact', () => {
  it.each([
    ['en', 'Good morning, this is Dana, how can I help you? Hi, what does it cost?'],
    ['es', 'Buenos días, ¿en qué puedo ayudarle? Quería saber cuánto cuesta un trastero para los muebles de mi madre.'],
    ['de', 'Guten Morgen, was kann ich für Sie tun? Ich wollte fragen, was ein kleiner Raum im Monat kostet.'],
    ['fr', 'Bonjour, je vous appelle pour une place dans votre entrepôt. Oui, nous en avons une pour vous.'],
    ['it', 'Buongiorno, vorrei sapere quanto costa il deposito per una settimana. Grazie, questo è il prezzo.'],
    ['pt', 'Bom dia, eu quero saber se você tem uma sala para alugar. Não, obrigado, é por mais de um mês.'],
    ['nl', 'Goedemorgen, ik zoek een ruimte voor het weekend. Dat kan, hoe groot is het en van wie is de sleutel?'],
    ['ru', 'Здравствуйте, сколько стоит бокс на месяц и можно ли приехать сегодня вечером?'],
    ['ja', 'もしもし、倉庫をかりたいのですが、ひと月いくらですか。'],
    ['zh', '你好，我想租一个小仓库，请问每个月多少钱，今天可以过来看吗？'],
  ])('is %s where the small words or the script say so', (language, text) => {
    expect(languageOf([text])).toBe(language);
  });

  it.each([
    ['nothing said', ''],
    ['names and numbers alone', 'José Müller, 42, [PHONE 1].'],
    [
      'a greeting in another language inside an English call',
      'Hola! Hi, this is Dana. What can I do for you? I have the ten by ten.',
    ],
    ['capitals as some recognisers write', 'HELLO THIS IS DANA HOW CAN I HELP YOU TODAY'],
    ['few words', 'Hello? Die Hard, please.'],
  ])('is English in doubt: %s', (_what, text) => {
    expect(languageOf([text])).toBe('en');
  });

  it('is told by how a contact begins, however long it goes on', () => {
    const english = Array.from({ length: 20_000 }, () => 'What can I do for you, and what is that?');
    expect(languageOf(['Was kann ich für Sie tun, und was ist das? '.repeat(150), ...english])).toBe('de');
  });

  it.each([
    ['English', 'en'],
    ['eng', 'en'],
    ['en-US', 'en-us'],
    ['Spanish', 'es'],
  ])('stated as %s is %s', (said, code) => {
    expect(statedLanguage(said)).toBe(code);
  });
});
