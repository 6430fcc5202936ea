// Places to swap: those that the public contacts speak of, and towns from all over the world to put there instead.
const named =
  'Cambridge|London|Pittsburgh|Chicago|Stevenage|Norwich|Birmingham|Peterborough|Leicester|Broxbourne|Ely|Stansted|New York|Boston|Seattle|San Francisco|Los Angeles|Las Vegas|Paris|Denver|Dallas|Houston|Austin|Miami|Atlanta|Philadelphia|Detroit|Toronto|Vancouver|Berlin|Rome|Tokyo|Kings Lynn|Texas|California|Florida|Ohio|Pennsylvania|Michigan|Virginia|Georgia|Illinois';

/** A place that a contact names. */
export const placePattern = new RegExp(`\\b(?:${named})\\b`, 'gi');

/** Some are also words or names, one is of several words, some carry signs that English has not. */
export const places: readonly string[] =
  'Lagos|Hyderabad|Guadalajara|Kraków|Reykjavík|São Paulo|Nairobi|Quezon City|Addis Ababa|Zhengzhou|Yokohama|Busan|Thiruvananthapuram|Ulaanbaatar|Mombasa|Ouagadougou|Aberystwyth|Inverness|Cork|Limerick|Bath|Reading|Hull|Nice|Split|Mobile|Orange|Buffalo|Accident|Hope|Truth or Consequences|Sault Ste. Marie|Kalamazoo|Albuquerque|Baton Rouge|Tallahassee|Pago Pago|Window Rock|Bronx|Compton|Jackson|Harlem|El Paso|Laredo|Dearborn|Peshawar|Dhaka|Colombo|Kandahar|Tbilisi|Gdańsk|Århus|Kyiv|Izmir|Haifa|Ramallah|Tehran|Basra|Algiers|Dakar|Kumasi|Bulawayo|Gaborone|Antananarivo|Suva|Apia|Whangārei'.split(
    '|',
  );

/** Sentences in which a customer and a rep name a place. */
export const placed = {
  customer: [
    "I'm calling from {place}.",
    'I live in {place}.',
    'We just moved to {place}.',
    'It is for my office in {place}.',
  ],
  rep: ['You have reached our {place} office.', 'I am here in {place}.', 'This is our {place} branch.'],
} as const;
