// A page that is being made.
export function Page() {
  return <h1>first-minutes</h1>;
}
