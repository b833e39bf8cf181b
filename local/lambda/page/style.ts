/** The pages' look, in the colours that the browser asks for. Text keeps 4.5 : 1 on its ground in both. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --card: #ffffff; --ink: #22201d; --quiet: #5c564f; --line: #d9d4cc; --link: #1f4e8c;
  --good: #1c5e35; --good-ground: #e2f2e7; --bad: #8f1d1d; --bad-ground: #fbe6e4;
  --open: #1f4e8c; --open-ground: #e3ecf8; --over: #5a4a12; --over-ground: #f6eed2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #191817; --card: #232120; --ink: #ece8e2; --quiet: #b5aea5; --line: #45413c; --link: #9cc3f5;
    --good: #a5dfb8; --good-ground: #1d3426; --bad: #f6b3ad; --bad-ground: #43211f;
    --open: #a9cbf7; --open-ground: #1f2f45; --over: #ead58d; --over-ground: #3a3219;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
header, main, footer { max-width: 76rem; margin-inline: auto; padding: 0.75rem 1rem; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; justify-content: space-between; border-bottom: 1px solid var(--line); }
header p, .follow { margin: 0; }
.follow { min-height: 1.5rem; }
footer { color: var(--quiet); border-top: 1px solid var(--line); margin-top: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, select:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.5rem; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin-bottom: 1rem; }
form label { display: grid; gap: 0.25rem; color: var(--quiet); max-width: 100%; }
select, button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--quiet); border-radius: 0.25rem; padding: 0.375rem 0.75rem; min-height: 2.5rem; max-width: 100%; }
button { cursor: pointer; }
table { width: 100%; border-collapse: collapse; background: var(--card); }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); white-space: nowrap; }
ul.plain { list-style: none; margin: 0; padding: 0; }
.status { display: inline-block; border-radius: 0.25rem; padding: 0 0.5rem; font-size: 0.875rem; color: var(--over); background: var(--over-ground); white-space: nowrap; }
.status.succeeded { color: var(--good); background: var(--good-ground); }
.status.failed { color: var(--bad); background: var(--bad-ground); }
.status.running, .status.started, .status.pending, .status.ready { color: var(--open); background: var(--open-ground); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0.75rem 1.5rem; margin: 0; }
.facts > div:last-child { grid-column: 1 / -1; }
dt { color: var(--quiet); }
dd { margin: 0; }
.tree { list-style: none; margin: 0; padding: 0; }
.tree .tree { margin-left: 0.5rem; padding-left: 0.75rem; border-left: 2px solid var(--line); }
.operation { margin: 0.375rem 0; }
.kind, .operation > span:last-child { color: var(--quiet); }
time, td[data-label="Event"] { white-space: nowrap; }
h1, pre, code, dd, th a, td[data-label="Function"], td[data-label="Name"] { overflow-wrap: anywhere; }
.clock { border-left: 4px solid var(--over); padding-left: 0.75rem; }
pre { margin: 0.25rem 0 0.75rem; padding: 0.75rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.25rem; white-space: pre-wrap; font-size: 0.875rem; }
summary { cursor: pointer; color: var(--link); min-height: 1.5rem; width: fit-content; }
@media (max-width: 48rem) {
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid var(--line); border-radius: 0.25rem; margin-bottom: 0.75rem; padding: 0.5rem 0.75rem; }
  th, td { border: 0; padding: 0.125rem 0; }
  td::before { content: attr(data-label) ": "; color: var(--quiet); }
}
`;
