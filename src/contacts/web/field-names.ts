// What a row and a column of a table can be, as a person would say it.

export const tableNames: readonly (readonly [string, string])[] = [
  ['turns', 'one turn of a conversation'],
  ['transcripts', 'a contact, its words in one cell'],
  ['messages', 'a message or a complaint'],
  ['visits', 'a visit or mystery shop, a column a question'],
  ['facts', 'facts about a contact that stands elsewhere'],
];

export const fieldNames: readonly (readonly [string, string])[] = [
  ['ignore', 'leave out'],
  ['contact', 'id of the contact'],
  ['file', 'its file’s name'],
  ['speaker', 'who speaks'],
  ['text', 'what was said'],
  ['transcript', 'all that was said'],
  ['question', 'a question of the form'],
  ['site', 'site'],
  ['rep', 'who served'],
  ['time', 'when'],
  ['end', 'end of the turn'],
  ['order', 'order of the turns'],
  ['channel', 'how it came'],
  ['direction', 'who called whom'],
  ['outcome', 'outcome'],
  ['product', 'what was asked for'],
  ['price', 'price said'],
  ['duration', 'how long'],
  ['rings', 'rings'],
  ['seconds-to-answer', 'seconds until answered'],
  ['holds', 'on hold'],
  ['customer', 'the customer’s number'],
  ['name', 'a name (only to take it out)'],
  ['language', 'language'],
  ['consent', 'consent'],
  ['transcribed-by', 'who wrote it down'],
];
