// What the headers of tables and the keys of JSON usually mean. A header is compared as lower-case words.
import type { ColumnField } from './read-item.ts';

/** `conversationId`, `Conversation_ID` and `conversation-id` are all `conversation id`. */
export function headerWords(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();
}

const thing =
  '(?:conversation|convo|call|contact|chat|dialog|dialogue|interaction|session|ticket|case|transcript|recording|visit|shop|evaluation|response|respondent|encounter|complaint|thread|inquiry|enquiry|record|survey)';
const who =
  '(?:agent|rep|representative|advisor|adviser|employee|associate|operator|staff|csr|handled by|answered by|salesperson|seller|user agent)';
const place = '(?:site|location|store|branch|facility|office|property|dealership|desk)';
const key = '(?: (?:id|uuid|guid|no|nr|number|key|ref|reference|code))';

const vocabulary: readonly (readonly [ColumnField, RegExp])[] = [
  ['contact', new RegExp(`^(?:${thing}${key}|id|uuid|guid|contact|call|visit|ticket|case|interaction)$`)],
  [
    'file',
    /^(?:file|filename|file name|(?:audio|recording|transcript|source|call|media) (?:file|filename|file name|path|url)|path)$/,
  ],
  [
    'transcript',
    /^(?:full |call |chat |raw )*(?:transcript|transcription|conversation|dialogue|dialog|chat log|full text|conversation text|transcript text)$/,
  ],
  [
    'text',
    /^(?:text|utterances?|message|msg|content|body|sentence|line|phrase|speech|said|what|words|words spoken|(?:message|utterance|turn|segment|display|original|sentence|customer) (?:text|message|content)|complaint|complaint (?:text|narrative|description)|description|narrative|what was said)$/,
  ],
  [
    'speaker',
    /^(?:speaker|author|role|sender|from|participant|who|talker|spoken by|said by|party|side|(?:speaker|sender|author|participant|user) (?:label|id|name|role|type)|agent or customer)$/,
  ],
  ['end', /^(?:end|end (?:time|s|sec|secs|seconds|ms|offset|timestamp)|stop|stop time|to|ended at|offset end)$/],
  [
    'time',
    /^(?:start|start (?:time|s|sec|secs|seconds|ms|offset|timestamp|date|datetime)|begin|begin (?:time|offset)|offset|offset (?:s|ms|seconds)|time|timestamp|time stamp|clock|when|at|ts|date ?time|date and time|date|day|(?:sent|created|started|received|posted) (?:at|on|time|date)|(?:call|visit|chat|contact|conversation|evaluation|message|shop|appointment) (?:date|time|start|datetime|timestamp|started at)|date (?:of )?(?:visit|call|shop|contact|created|shop performed)|date created)$/,
  ],
  [
    'order',
    /^(?:turn|turn (?:number|no|id|index|idx|count)|seq|sequence|sequence (?:number|no)|line (?:number|no)|index|order|(?:message|utterance|sentence|segment) (?:number|no|index|idx|order))$/,
  ],
  ['site', new RegExp(`^(?:${place}(?: (?:id|code|no|number|name))?)$`)],
  ['rep', new RegExp(`^(?:${who}(?: (?:id|name|no|number|email|code))?)$`)],
  ['direction', /^(?:(?:call |contact )?direction|inbound outbound|in out)$/],
  [
    'channel',
    /^(?:channel|medium|media|(?:contact|interaction|conversation) (?:type|channel)|source channel|channel type)$/,
  ],
  [
    'outcome',
    /^(?:outcome|result|disposition|resolution|(?:call|chat|contact|conversation|visit|sale|final) (?:outcome|result|disposition|status)|completion|won lost)$/,
  ],
  [
    'duration',
    /^(?:(?:call |chat |contact |conversation |visit |total )?(?:duration|length|handle time|talk time)|aht)(?: (?:in )?(?:s|sec|secs|seconds|min|mins|minutes|ms|hh mm|hh mm ss))?$/,
  ],
  [
    'product',
    /^(?:product|service|item|unit type|unit size|unit|size|model|plan)(?: (?:asked|asked for|requested|name|wanted))?$|^(?:asked for|requested product)$/,
  ],
  [
    'price',
    /^(?:price|quote|rate)(?: (?:quoted|given|offered))?$|^(?:quoted|amount quoted|quoted (?:price|rate|amount)|offer price)$/,
  ],
  ['rings', /^(?:rings?|ring count|rings to answer|(?:number|no) of rings|rings before answer)$/],
  ['holds', /^(?:(?:call |customer )?holds|hold (?:times|stretches|intervals|events|periods)|number of holds)$/],
  [
    'transcribed-by',
    /^(?:transcribed (?:by|with|using)|transcri(?:pt|ption) (?:source|engine|method|by|service)|asr engine)$/,
  ],
  [
    'seconds-to-answer',
    /^(?:seconds to answer|(?:time|secs) to answer|answer (?:time|seconds|secs)|speed of answer|asa|(?:wait|queue|hold|ring) (?:time|seconds|secs)(?: (?:s|sec|seconds))?)$/,
  ],
  [
    'name',
    /^(?:(?:customer|caller|first|last|full|given|family|client|member|guest|patient|shopper|visitor) name|name|surname)$/,
  ],
  [
    'customer',
    /^(?:(?:customer|caller|client|member|account|policy|tenant|patient|guest)(?: (?:id|no|number|ref|reference|key|phone|email|account))?|phone|phone number|telephone|email|email address|e mail|ani|caller id)$/,
  ],
  ['consent', /^(?:consent|consent (?:basis|given|type)|recording consent|(?:recording )?consent basis)$/],
  ['language', /^(?:language|lang|locale|language code)$/],
  [
    'ignore',
    /^(?:ip address|ip|collector id|user agent|date modified|updated at|slot labels|intent|labels?|metadata)$/,
  ],
];

// The same few names come again with every record of a file, and each is held against all patterns.
const known = new Map<string, ColumnField | null>();
const mostKnown = 500;

/** The field that a header names, or null. */
export function fieldOfHeader(header: string): ColumnField | null {
  let field = known.get(header);
  if (field === undefined) {
    field = fieldOf(header);
    if (known.size >= mostKnown) known.clear();
    known.set(header, field);
  }
  return field;
}

function fieldOf(header: string): ColumnField | null {
  const words = headerWords(header);
  for (const [field, pattern] of vocabulary) if (pattern.test(words)) return field;
  return null;
}

const ofChats =
  /^(?:message|messages|msg|body|chat|sender|author|assistant|bot|sent|(?:message|sender|author) (?:text|content|id|name|role|type)|(?:sent|posted) (?:at|on|time|date))$/;

/** What tools that use such names for turns, who spoke and when mostly write: chats where they speak of messages and senders. */
export function usualOf(names: readonly string[]): 'chat' | 'phone' {
  return names.some((name) => ofChats.test(headerWords(name))) ? 'chat' : 'phone';
}
