/** The looks of the page, in dark and in light; contrasts are those of WCAG AA or better. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f5f2, #16171a); --paper: light-dark(#ffffff, #1f2125); --line: light-dark(#dedbd3, #383b42);
  --text: light-dark(#1c1d20, #e9e7e2); --faint: light-dark(#5d5f66, #a5a8b0); --link: light-dark(#1d4f91, #9cc2ff);
  --critical: light-dark(#8f1526, #ff9aa2); --major: light-dark(#a8430f, #f4a871); --minor: light-dark(#7a5c00, #dcc063);
  --neutral: light-dark(#4d5562, #a9b1bf); --good: light-dark(#1c6b3c, #8fd3a6);
  --wrong: light-dark(#fbe3e1, #4a2327); --right: light-dark(#dff1e3, #1f4029); --doubt: light-dark(#fdf0c4, #4a3f16);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
}
:root[data-theme="dark"] { color-scheme: dark; }
:root[data-theme="light"] { color-scheme: light; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 var(--sans); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
.page { max-width: 1160px; margin: 0 auto; padding: 1.25rem 1.5rem 4rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
h1, h2, h3, h4, p, dl, dd, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
small { font-size: .8125rem; color: var(--faint); }
code { font: .85em ui-monospace, "Liberation Mono", monospace; }
button, input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .6rem; }
button { cursor: pointer; }
button:hover { border-color: var(--faint); }

.bar { display: flex; justify-content: space-between; align-items: center; }
.name { letter-spacing: .08em; font-size: .8125rem; color: var(--faint); text-transform: uppercase; }
h1 { font: 600 2.5rem/1.15 var(--serif); margin-top: .75rem; }
h1.pass { color: var(--good); } h1.fail { color: var(--critical); } h1.unjudged { color: var(--minor); }
.summary { font: 1.125rem/1.5 var(--serif); max-width: 46rem; margin-top: .35rem; }
.facts { color: var(--faint); margin-top: .35rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem 2.25rem; padding: 1rem 0 1.25rem; }
.tile { display: flex; flex-direction: column-reverse; }
.tile dt { font-size: .8125rem; color: var(--faint); }
.tile dd { font: 1.75rem/1.2 var(--serif); font-variant-numeric: tabular-nums; }
.tile.critical dd { color: var(--critical); } .tile.major dd { color: var(--major); } .tile.minor dd { color: var(--minor); }
.tile.none dd { color: var(--faint); } .tile.words dd { font-size: 1.125rem; line-height: 2.1rem; }
.faults { border-left: 4px solid var(--critical); background: var(--paper); padding: .75rem 1rem; margin-bottom: 1.25rem; }

h2 { font: 600 1.0625rem/1.3 var(--sans); }
.panels { display: grid; grid-template-columns: minmax(18rem, 2fr) 3fr; gap: 1rem; align-items: start; }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.15rem; min-width: 0; }
.panel h2 { margin-bottom: .65rem; }
.note { color: var(--faint); font-size: .875rem; }
svg { display: block; width: 100%; height: 8px; border-radius: 2px; }
.track { fill: var(--page); }
rect.critical { fill: var(--critical); } rect.major { fill: var(--major); } rect.minor { fill: var(--minor); }
rect.neutral { fill: var(--neutral); } rect.points { fill: var(--link); }
.bars a { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; padding: .3rem 0; color: inherit; text-decoration: none; }
.bars a:hover .label { text-decoration: underline; }
.bars .count { font-variant-numeric: tabular-nums; }
.bars a .count { order: 2; } .bars a .label { order: 1; } .bars a svg { order: 3; grid-column: 1 / -1; }
.label small { margin-left: .35rem; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
thead th { font-weight: 400; color: var(--faint); text-align: left; padding: 0 .5rem .3rem 0; vertical-align: bottom; }
tbody th { font-weight: 400; text-align: left; overflow-wrap: anywhere; }
tbody td, tbody th { border-top: 1px solid var(--line); padding: .4rem .75rem .4rem 0; }
tbody td:last-child, thead th:last-child { padding-right: 0; }
abbr { text-decoration: none; }
th small { display: block; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.chart { min-width: 6rem; width: 18%; }
.spread li { display: grid; grid-template-columns: 5.5rem 1fr 3.5rem; gap: .75rem; align-items: center; padding: .1rem 0; font-size: .875rem; }
.spread .count { text-align: right; } .bars.spread { margin-bottom: .9rem; }
.verdict { font-size: .8125rem; white-space: nowrap; }
.verdict.pass { color: var(--good); } .verdict.fail { color: var(--critical); } .verdict.unjudged { color: var(--minor); }
details { margin-top: .5rem; } summary { cursor: pointer; color: var(--link); }

.findings-head { display: flex; align-items: baseline; gap: .75rem; margin: 2rem 0 .6rem; scroll-margin-top: 1rem; }
.findings-head h2 { font: 600 1.5rem/1.2 var(--serif); }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; background: var(--page); padding: .6rem 0; border-bottom: 1px solid var(--line); font-size: .875rem; }
form label { color: var(--faint); }
form select { max-width: 13rem; color: var(--text); }
form #search { flex: 1 1 16rem; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .35rem; }
legend { position: absolute; left: -100vw; }
.pill { display: inline-flex; align-items: center; gap: .35rem; border: 1px solid var(--line); border-radius: 99px; padding: .2rem .7rem .2rem .5rem; background: var(--paper); cursor: pointer; }
.pill input { margin: 0; accent-color: var(--text); }
.pill span { font-variant-numeric: tabular-nums; }
.pill.critical, .badge.critical { color: var(--critical); } .pill.major, .badge.major { color: var(--major); }
.pill.minor, .badge.minor { color: var(--minor); } .pill.neutral, .badge.neutral { color: var(--neutral); }

.sentence { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; margin-top: .9rem; padding: .9rem 1.15rem 1rem; }
.where { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-size: .8125rem; color: var(--faint); overflow-wrap: anywhere; }
.where strong { font-weight: 600; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: .5rem 0 .85rem; }
.sides p { font: 1.0938rem/1.6 var(--serif); overflow-wrap: anywhere; }
.sides p.note { font: italic .9375rem/1.7 var(--serif); }
h3, h4 { font: 400 .75rem/1.6 var(--sans); color: var(--faint); }
del { background: var(--wrong); color: var(--critical); text-decoration-thickness: 1.5px; border-radius: 2px; padding: 0 .1em; }
ins { background: var(--right); color: var(--good); text-decoration-thickness: 1.5px; text-underline-offset: .18em; border-radius: 2px; padding: 0 .1em; }
mark { background: var(--doubt); color: inherit; border-radius: 2px; padding: 0 .1em; text-decoration: underline dotted; text-underline-offset: .18em; }
sup { color: var(--faint); font: inherit; vertical-align: baseline; }
.finding { border-top: 1px solid var(--line); padding-top: .6rem; }
.finding + .finding { margin-top: .7rem; }
.badge { font-size: .8125rem; font-weight: 600; margin-right: .25rem; }
.badge::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%; background: currentColor; margin-right: .4em; }
.tag { font-size: .8125rem; color: var(--faint); border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; }
.more { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 2rem; }
.more ul { font-size: .9375rem; } .more li { overflow-wrap: anywhere; }
.evidence:first-child { grid-column: 1 / -1; }
.message .count { color: var(--faint); font-size: .8125rem; }
.rule { font-size: .8125rem; color: var(--faint); margin-top: .35rem; overflow-wrap: anywhere; }
.rule a { color: inherit; }
#more { display: block; margin: 1.25rem auto 0; }
.rules { margin-top: 2.5rem; } .rules dl { margin-top: .5rem; max-width: 46rem; }
.rules dt { font-weight: 600; margin-top: .75rem; scroll-margin-top: 5rem; } .rules dt:target { text-decoration: underline; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8125rem; color: var(--faint); }

@media (max-width: 52rem) {
  .panels, .sides, .more { grid-template-columns: 1fr; }
  .sides > div + div { margin-top: .5rem; }
  form { position: static; }
  .chart { display: none; }
  .page { padding: 1rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; }
  body { font-size: 10pt; }
  form, #theme, #more, .skip { display: none !important; }
  .page { max-width: none; padding: 0; }
  .sentence, .panel { break-inside: avoid; border-radius: 0; }
  .panels { grid-template-columns: 2fr 3fr; }
  .sides, .more { grid-template-columns: 1fr 1fr; }
}
`;
