// How a contact begins: who greets, who offers help, and when the customer comes to what they want.
import type { Stage } from './stage.core.ts';

const hello = { call: 'phone.business-and-name', chat: 'chat.hello-first', visit: 'desk.hello-said' } as const;
const help = 'opening.help-offered';

/**
 * The first lines, up to and with what the customer wants.
 * @param wants the customer's rule for what they came for
 * @param name does the customer say who they are as they greet?
 */
export function open(stage: Stage, wants: string, name = false): void {
  const { channel } = stage.contact;
  if (channel === 'call') openCall(stage, wants, name);
  else if (channel === 'chat') openChat(stage, wants, name);
  else openVisit(stage, wants, name);
}

const greets = (name: boolean): string => (name ? 'c.hello-name' : 'c.hello');

// Help within the greeting would be enough; so it stands there only where it is planned to be offered, or by itself.
function openCall(stage: Stage, wants: string, name: boolean): void {
  const greeting = stage.missed(hello.call) ? `${hello.call}.missed` : `${hello.call}.kept`;
  if (!stage.planned(help)) {
    stage.rep([hello.call], greeting, stage.chance.coin(0.5) && 'help.in-greeting');
    stage.customer(name && 'c.this-is', wants);
    return;
  }
  const early = stage.kept(help) && stage.chance.coin(0.35);
  stage.rep([hello.call, help], greeting, early && 'help.in-greeting');
  stage.customer(greets(name));
  stage.rep([help], stage.missed(help) ? `${help}.missed` : early ? 'help.go-on' : `${help}.kept`);
  stage.customer(wants);
}

// The first message counts as a greeting only where it is nothing else.
function openChat(stage: Stage, wants: string, name: boolean): void {
  const greeted = stage.planned(hello.chat);
  const asked = stage.planned(help);
  const says = stage.missed(hello.chat) ? `${hello.chat}.missed` : `${hello.chat}.kept`;
  if (!greeted && !asked) {
    stage.customer(name && 'c.this-is', wants);
    stage.rep([], stage.chance.coin(0.5) && `${hello.chat}.kept`, 'ack');
    return;
  }
  stage.customer(greets(name));
  const way = stage.missed(help) ? 'missed' : 'kept';
  // Offers of help mostly begin with a greeting; where none is to be said, neither may they.
  if (stage.missed(hello.chat)) stage.rep([hello.chat, help], stage.chance.coin(0.4) && says, `help.no-hello.${way}`);
  else stage.rep([hello.chat, help], says, `${help}.${way}`);
  stage.customer(wants);
}

function openVisit(stage: Stage, wants: string, name: boolean): void {
  const says = stage.missed(hello.visit) ? `${hello.visit}.missed` : `${hello.visit}.kept`;
  const greeter = stage.kept(hello.visit) && stage.chance.coin(0.6);
  // Where help isn't planned to have its turn, the customer comes out with it at once.
  if (!stage.planned(help)) {
    if (greeter) stage.rep([hello.visit], says);
    stage.customer(greets(name), wants);
    if (greeter) return;
    stage.rep([hello.visit], says);
    stage.customer('c.waits');
    return;
  }
  if (!greeter) stage.customer(greets(name));
  stage.rep([hello.visit], says);
  stage.customer(greeter ? greets(name) : 'c.waits');
  stage.rep([help], stage.missed(help) ? `${help}.missed` : `${help}.kept`);
  stage.customer(wants);
}
