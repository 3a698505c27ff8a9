export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6570; --line: #d8dde3; --ground: #fff; --head: #f4f6f8; --ok: #d5efdc; --ok-ink: #0d5a2e; --tolerated: #fdf0c4; --tolerated-ink: #6b4e00; --failed: #f9d0cb; --failed-ink: #8c1d13; --unclean: #8c1d13; --unclean-ink: #fff; --un: transparent; --un-ink: #8a939c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa4ae; --line: #343b42; --ground: #14181c; --head: #1d2328; --ok: #17402a; --ok-ink: #a8e6bf; --tolerated: #4a3b0c; --tolerated-ink: #f6dd8d; --failed: #5a1f1a; --failed-ink: #ffc4bd; --unclean: #ff8a80; --unclean-ink: #2b0704; --un-ink: #6d7780; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); margin: 2rem auto; max-width: 100rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } .lead { color: var(--soft); margin: 0 0 1rem; max-width: 60rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; list-style: none; margin: 0 0 1rem; padding: 0; font-size: 13px; color: var(--soft); }
.legend span { padding: .1rem .5rem; border-radius: 4px; margin-right: .25rem; }
.absent { list-style: none; margin: 0 0 1rem; padding: .5rem .75rem; border: 1px solid var(--failed-ink); border-radius: 6px; color: var(--failed-ink); }
.scroll { overflow: auto; border: 1px solid var(--line); border-radius: 6px; max-height: 85vh; }
table { border-collapse: separate; border-spacing: 0; font-size: 13px; width: 100%; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); vertical-align: bottom; }
thead th:first-child { left: 0; z-index: 3; } thead th.system { text-align: center; min-width: 6.5rem; } thead th.system b { display: block; } thead th.system span { color: var(--soft); font-weight: 400; white-space: nowrap; }
tbody th { font-weight: 400; min-width: 20rem; position: sticky; left: 0; z-index: 1; background: var(--ground); } @media (max-width: 60rem) { tbody th { min-width: 10rem; } } tr.feature th, tr.feature td { background: var(--head); font-weight: 600; } td.share { text-align: center; color: var(--soft); white-space: nowrap; }
td { text-align: center; border-left: 1px solid var(--line); white-space: nowrap; } td a { color: inherit; text-decoration: none; display: block; } td a:hover, td a:focus { text-decoration: underline; } td a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; } td:has(a):hover { filter: brightness(.95); } tr.total th, tr.total td { font-weight: 700; border-bottom: 2px solid var(--line); }
.direction td { text-align: left; white-space: normal; } .direction tbody th { font-weight: 600; min-width: 10rem; }
.ok { background: var(--ok); color: var(--ok-ink); } .tolerated { background: var(--tolerated); color: var(--tolerated-ink); } .failed { background: var(--failed); color: var(--failed-ink); }
.unclean { background: var(--unclean); color: var(--unclean-ink); } .untestable { background: var(--un); color: var(--un-ink); }
@media print { body { margin: 0; max-width: none; } .scroll { overflow: visible; max-height: none; border: 0; } thead th, tbody th { position: static; } }
`;
