// Where nobody is signed in.
import { Empty } from './kit/empty.view.tsx';

export function SignedOut() {
  return (
    <main>
      <h1>Customary</h1>
      <Empty title="Sign in">Open the address that the server printed in its terminal: it lets you in.</Empty>
    </main>
  );
}
