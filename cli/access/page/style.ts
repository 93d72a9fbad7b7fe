/** The style sheet of the page, for light and dark. Sizes of the matrix and the graph are those of their views. */
export const style: string = `
:root { color-scheme: light dark; --text: #1d2530; --dim: #59636f; --ground: #fff; --raised: #f3f5f8; --line: #d4dae2;
  --yes: #0b6e4f; --yes-ground: #d3f0e3; --maybe: #8a5300; --maybe-ground: #ffe9c4; --mark: #1f5fbf; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e9ef; --dim: #a2adba; --ground: #12161c; --raised: #1c222b; --line: #343d49;
    --yes: #7fe3b8; --yes-ground: #12402f; --maybe: #ffc66b; --maybe-ground: #47330d; --mark: #7db2ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1500px; padding: 1.5rem; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; }
p { margin: .3rem 0; }
a { color: var(--mark); margin-right: 1rem; }
.hint, header p, #found, .lines span { color: var(--dim); }
.lines { padding-left: 1.2rem; max-height: 22rem; overflow: auto; }
form { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: end;
  padding: .8rem 0; background: var(--ground); border-bottom: 1px solid var(--line); }
form label { display: flex; flex-direction: column; color: var(--dim); }
form label.check { flex-direction: row; gap: .4rem; align-items: center; padding-bottom: .4rem; }
input[type=search] { width: 20rem; padding: .4rem .6rem; font: inherit; color: var(--text); background: var(--raised);
  border: 1px solid var(--line); border-radius: 6px; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 1px; }
#matrix { max-height: min(640px, 75vh); overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
.sizer { position: relative; }
.cells { position: sticky; top: 0; left: 0; display: grid; grid-template-rows: 200px; grid-auto-rows: 28px;
  width: max-content; }
.cells:focus-visible { outline-offset: -2px; }
.cells [role=row] { display: contents; }
.cells [role=row] > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-right: 1px solid var(--line);
  border-bottom: 1px solid var(--line); cursor: pointer; }
.cells [role=row] > .corner { padding: .5rem; color: var(--dim); align-content: end; white-space: pre-line; }
.column { writing-mode: vertical-rl; transform: rotate(180deg); padding: 6px 2px; line-height: 24px;
  border-right: 0; border-left: 1px solid var(--line); border-top: 1px solid var(--line); }
.row { padding: 0 .5rem; line-height: 27px; }
.active { font-weight: 600; color: var(--mark); }
[role=gridcell] { text-align: center; line-height: 27px; }
.yes { color: var(--yes); background: var(--yes-ground); }
[role=gridcell].maybe { color: var(--maybe); background: var(--maybe-ground); font-weight: 700; }
[aria-selected=true] { box-shadow: inset 0 0 0 2px var(--mark); }
#details { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 2rem; padding: .8rem 0; }
#details > p { grid-column: 1 / -1; }
#details ul { margin: .3rem 0; padding-left: 1.2rem; max-height: 15rem; overflow: auto; }
#graph { max-height: 85vh; overflow: auto; }
.drawing { position: relative; width: 1140px; padding: 4px; }
.drawing svg path { fill: none; stroke: var(--dim); stroke-width: 1.5; }
.drawing svg path.maybe { stroke: var(--maybe); stroke-dasharray: 5 4; }
.drawing svg path.dimmed { opacity: .12; }
.box { position: absolute; width: 300px; height: 40px; margin: 4px; padding: 0 .7rem; overflow: hidden;
  text-overflow: ellipsis; white-space: nowrap; text-align: left; font: inherit; color: var(--text);
  background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.box.sources { border-radius: 20px; }
.box.group, .box.key { border-color: var(--mark); text-align: center; }
.box.key { border-style: dashed; }
.box.dimmed { opacity: .3; }
@media (max-width: 800px) { #details { grid-template-columns: 1fr; } }
`;
