// A few contacts in our own words, as people bring them: calls of Harbor Self Storage that go wrong in known ways.

/** On hold without asking, no name, a rule instead of help, no offer to rent, a card said aloud. */
export const holdPlease = `[00:00] Agent: Storage, hold please.
[00:41] Customer: Hi, I need a ten by ten for about two months. How much is that?
[00:48] Agent: Ninety dollars a month. We don't take reservations, that's our policy.
[00:56] Customer: Okay. Could I pay ahead? My card is 4111 1111 1111 1111.
[01:04] Agent: No. You would have to come in. Bye.
`;

/** What a good call sounds like. */
export const wellServed = `Agent: Thank you for calling Harbor Self Storage, this is Tessa, how can I help you?
Customer: Hi, I am between two flats and need somewhere for my furniture. What does a ten by ten cost?
Agent: I can help with that. What are you looking to store, and when do you need it?
Customer: A sofa, a bed and about forty boxes, from the first.
Agent: Then a ten by ten fits. It is ninety five dollars a month and the first month is half. Shall I reserve it for you now?
Customer: Yes please.
Agent: Done. Is there anything else I can help you with?
Customer: No, that was all.
Agent: Thank you for calling, see you on the first.
`;

/** Somebody new and alone: the words themselves say why. */
export const newAndAlone = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Agent>Storage.

00:00:04.500 --> 00:00:11.000
<v Caller>Hello, the gate would not take my code this morning. Could somebody look at it?

00:00:11.500 --> 00:00:19.000
<v Agent>I'm new here and nobody told me how that works. I'm alone today, so you would have to ask my manager.

00:00:19.500 --> 00:00:24.000
<v Caller>When is your manager in?

00:00:24.500 --> 00:00:28.000
<v Agent>I don't know. Maybe Monday.
`;

export const chats = `conversation id,time,site,agent,speaker,message
chat-1,2026-03-03T10:02:00-08:00,bay-street,p-06,customer,"hi, do you have anything for a small car over the winter?"
chat-1,2026-03-03T10:02:40-08:00,bay-street,p-06,agent,We have parking. It is 80 a month.
chat-1,2026-03-03T10:03:20-08:00,bay-street,p-06,customer,"ok, maybe"
chat-1,2026-03-03T10:03:50-08:00,bay-street,p-06,agent,ok
`;

/** Facts that stand beside the calls, keyed by the name of the file. */
export const facts = `file,site,rep,started at,direction,outcome,rings,consent
hold-please.txt,bay-street,p-07,2026-03-02T09:30:00-08:00,inbound,lost,6,notice played
well-served.txt,bay-street,p-06,2026-03-02T10:10:00-08:00,inbound,reserved,2,notice played
new-and-alone.vtt,mill-road,p-10,2026-03-03T11:00:00-07:00,inbound,unserved,4,
`;
