// English words of numbers, days and lengths, and the words around a number that say what it is.

export const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
export const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
export const months = [
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A number after one of these names something and is no sum: "unit 105", "room 12". */
export const labelWords = (
  'unit room suite apartment apt space building bldg floor gate door locker aisle lane row exit route highway extension ' +
  'ext flight page item version step option chapter line bay dock level'
).split(' ');
/** A number after one of these that can be a year is one: "in 2019". */
export const yearWords = ['in', 'since', 'year', 'of', 'until', 'before', 'after', 'from', 'during', 'spring', 'fall'];
export const lengthWords = ['feet', 'foot', 'inch', 'inches', 'meter', 'meters', 'metre', 'metres'];
