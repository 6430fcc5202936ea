// What the bench `redaction` plants and in what words: speech as recognisers write it, typing, and talk without a value in
// it. Written for the bench, apart from the rules; faults that they showed in the rules were mended where they were general.

export type PlantedKind =
  | 'card'
  | 'card code'
  | 'id'
  | 'birth date'
  | 'email'
  | 'phone'
  | 'address'
  | 'password'
  | 'gate code'
  | 'name';

/** One exchange: turns by turn of mouth, `{kind:form}` where a value goes. */
export interface Template {
  readonly turns: readonly string[];
}

const exchange = (...turns: string[]): Template => ({ turns });

/** Exchanges with a value. A form after the colon says how it is said or written. */
export const planted: readonly Template[] = [
  exchange(
    'Which card would you like to use for the deposit?',
    'The Visa, {card:spaced}.',
    'Thanks, that went through.',
  ),
  exchange('Whenever you are ready with the long number across the front.', 'Ready? {card:spoken}', 'Lovely.'),
  exchange('go ahead with the card', 'okay so it goes {card:spoken}', 'perfect one moment'),
  exchange('I can take payment now.', '{card:plain}', 'And what name is on it?', '{name:full}'),
  exchange('Can I use my debit card? {card:dashed} is the one ending with my old bank.', 'Yes you can.'),
  exchange('Read me the first group.', '{card:split}', 'Thank you for that.'),
  exchange('my card {card:spaced} was charged twice in june', 'Let me look into the double charge.'),
  exchange('And the last three on the reverse, the security code?', "That's {card code:plain}.", 'Great.'),
  exchange('what is the cvv', '{card code:spoken}', 'thank you'),
  exchange('{card:plain} exp 09/29 cvc {card code:plain} please charge it today', 'All done.'),
  exchange('For verification I need your social.', 'Okay, {id:ssn}.', 'Thank you.'),
  exchange('can you verify the social security number on file', "it's {id:ssn-spoken}", 'great thank you'),
  exchange('May I take your National Insurance number?', 'Yes, {id:nino}.', 'Super.'),
  exchange('What is the policy number on your renewal letter?', 'It says {id:policy}.', 'Found it.'),
  exchange('please give me your account number', 'account number {id:account-spoken}', 'thanks'),
  exchange('I will need a driver license for the lease.', 'Sure, license number {id:licence}.', 'Noted.'),
  exchange('My passport number is {id:passport} if that helps.', 'It does, thank you.'),
  exchange('Could you confirm your SIN for the credit check?', '{id:sin}', 'Thank you.'),
  exchange('Can you confirm your date of birth?', '{birth date:written}', 'That matches.'),
  exchange('and your birthday', 'i was born {birth date:spoken}', 'thank you'),
  exchange('DOB please', '{birth date:slashes}', 'Thanks!'),
  exchange('Where should I send the lease?', 'Send it to {email:typed} please.', 'On its way.'),
  exchange("what's a good email for you", 'sure {email:spoken}', 'got it'),
  exchange('email address', "it's {email:glued}", 'thanks'),
  exchange('My address for mail is {email:typed}, not the old one.', 'Updated.'),
  exchange("What's the best number to reach you?", '{phone:us}', 'Perfect.'),
  exchange('and a call back number in case we get cut off', 'yeah {phone:spoken}', 'okay'),
  exchange('Please ring me on {phone:uk} after six.', 'We will.'),
  exchange('Text me at {phone:plain} when the unit is ready', 'Will do'),
  exchange('You can reach my office from abroad on {phone:international}.', 'Thank you.'),
  exchange("my cell is {phone:spoken} and i'm free until five", 'noted'),
  exchange('I live at {address:us}.', 'That is close by.'),
  exchange('What is your current address?', '{address:us}', 'Thank you.'),
  exchange('mailing address please', '{address:spoken}', 'thanks'),
  exchange('We moved to {address:uk} in May.', 'I have changed it.'),
  exchange('Bills go to {address:box}.', 'Okay.'),
  exchange('What was the password on the account?', '{password:plain}', 'That is right.'),
  exchange('My password is {password:plain} and it will not log me in.', 'Let me reset it.'),
  exchange('what code do you use at the gate', 'the gate code is {gate code:plain}', 'that should work'),
  exchange('My access code {gate code:plain} stopped working today.', 'I am sorry about that.'),
  exchange('May I ask who I am speaking with?', 'This is {name:full}.', 'Hello {name:first}, how can I help?'),
  exchange('Good morning, Harbor Self Storage, {name:full} speaking.', 'Hi {name:first}, do you have a ten by ten?'),
  exchange(
    'thanks for calling harbor self storage my name is {name:lower} how may i help',
    'hi i wanted to ask about a unit',
  ),
  exchange('And could I get your name please?', '{name:first}', 'Nice to meet you, {name:first}.'),
  exchange('your name?', '{name:lower}', 'ok'),
  exchange('Can you put me through to Mrs. {name:last}?', 'Mrs. {name:last} is out today.'),
  exchange('Thank you, {name:first}. Is there anything else?', 'No thanks.'),
  exchange('the unit is under my name {name:lower}', 'let me have a look'),
  exchange("I'm {name:full} and I rented from you last year.", 'Welcome back, {name:first}.'),
  exchange('Last name?', '{name:spelled}', 'Thank you.'),
];

/** Exchanges with nothing personal in them, though much looks like it. */
export const clean: readonly Template[] = [
  exchange('How big is the 10 by 15 and what does it cost?', 'It is 150 square feet and 189 dollars a month.'),
  exchange("this is ridiculous i've been waiting forty five minutes", "i'm sorry about the wait"),
  exchange(
    "I'm looking for something climate controlled from Monday to Friday.",
    'We are open 9 to 6, and 10 to 4 on Sunday.',
  ),
  exchange('Unit 2204 or unit 318?', 'Unit 318, the one on the second floor.'),
  exchange(
    'The total is $1,284.50 with the 15 percent discount.',
    'That is more than the $1,100 you quoted in March 2024.',
  ),
  exchange('we have five by fives five by tens ten by tens and ten by twenties', 'the ten by twenty would be too big'),
  exchange("I'm calling about the email you sent on Tuesday.", 'It was sent to everyone about the new gate hours.'),
  exchange('Your order 48213 ships in 3 to 5 business days.', 'And the tracking is on the website?'),
  exchange('one of the two of us will be there at one', 'okay see you at one thirty'),
  exchange('Hi there, thanks for reaching out to customer support.', 'Hi, is this the right place for returns?'),
  exchange(
    "It's about a mile down the road, two lights past the bridge.",
    'So turn right on Main Street and go straight?',
  ),
  exchange('my password is not working and my account is locked', 'i can reset the password for you'),
  exchange('A deposit of 50 and the first month at 129, so 179 in all, then 129 each month after.', 'Sounds fair.'),
  exchange('Is this still available?', 'Yes, it is, three are left.'),
  exchange('Look at harborstorage dot com for the prices.', 'I looked at the website already.'),
  exchange('We moved in 2019 and renewed in 2021, 2022 and 2023.', 'Thank you for being a loyal customer.'),
  exchange('what is the name of the street again', 'it is the big one behind the supermarket'),
  exchange('The reservation number is 77120034 and it holds until Thursday.', 'Got it, thank you.'),
  exchange('5, 10, 15, 20, 25, 30, 35 and 40 foot units, all on the ground floor.', 'Forty feet is huge.'),
  exchange(
    'i was told twenty four hour access and then it was six to ten',
    'the gate opens at six am and closes at ten pm',
  ),
  exchange('Thank you, goodbye.', 'Bye now, have a great weekend.'),
  exchange('Sorry, Wednesday is full, but Thursday morning is fine.', 'Great, Thursday then.'),
  exchange('Flight 1882 leaves at 7:45 from gate 22.', 'And lands at 10:20?'),
  exchange('can i speak with the manager', 'the manager is with another customer may i take a message'),
];

/** Syllables names are made from, so that no list of real ones decides the figure. */
export const syllables = {
  start: [
    'ba',
    'cor',
    'del',
    'fa',
    'gri',
    'ha',
    'jo',
    'ka',
    'lu',
    'ma',
    'ni',
    'o',
    'pra',
    'qui',
    'ro',
    'sa',
    'te',
    'u',
    'va',
    'wen',
    'xo',
    'ya',
    'zu',
    'chi',
    'shau',
    'tho',
  ],
  middle: ['', 'ri', 'la', 'ne', 'ko', 'mi', 'sha', 'vo', 'du'],
  end: ['n', 'ra', 'lyn', 'so', 'ven', 'dez', 'nah', 'ko', 'mir', 'wick', 'ski', 'quez', 'tam', 'jah'],
} as const;
