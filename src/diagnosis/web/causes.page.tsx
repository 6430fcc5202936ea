// A page that is being made.
export function Page() {
  return <h1>causes</h1>;
}
