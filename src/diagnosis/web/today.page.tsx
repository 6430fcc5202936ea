// A page that is being made.
export function Page() {
  return <h1>today</h1>;
}
