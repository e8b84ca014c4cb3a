/// The page's stylesheet. Colours are pairs that keep a contrast of 4.5 and more in both themes; nothing is said by
/// colour alone.
enum PageStyle {
  static let text = #"""

    :root {
      color-scheme: light dark;
      --paper: #ffffff; --panel: #f5f6f8; --ink: #1b2126; --quiet: #57626c; --rule: #dfe3e8; --grid: #e6e9ed;
      --warm: #a63a0c; --warm-soft: #fdeee6; --cool: #0a5c74; --cool-soft: #e3f2f6; --watch: #6b4e00; --watch-soft: #fbf3d9;
      --mark: #ffe7a3; --mark-ink: #1b2126; --link: #0b57b5; --band: #cfe0ea; --curve: #0a5c74;
      --step1: #c9d3da; --step2: #a3b6c1; --step3: #6f93a5; --step4: #35718a; --step5: #0a5c74;
        --below2: #bfe0ea; --below1: #e3f2f6; --above1: #fdeadd; --above2: #f8cbae;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181c; --panel: #1c2227; --ink: #e5e9ec; --quiet: #a3adb6; --rule: #313940; --grid: #2a3138;
        --warm: #ff9f70; --warm-soft: #3a2419; --cool: #74c8e2; --cool-soft: #16313b; --watch: #e6c453; --watch-soft: #322b14;
        --mark: #5e4a10; --mark-ink: #fff4d2; --link: #8ab8ff; --band: #203a45; --curve: #74c8e2;
        --step1: #39444c; --step2: #47616e; --step3: #4f8398; --step4: #5ea7bf; --step5: #74c8e2;
        --below2: #14495a; --below1: #163139; --above1: #3a2619; --above2: #663517;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0 auto; max-width: 66rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .4rem; letter-spacing: -.01em; }
    h2 { font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
    h3 { font-size: 1.08rem; margin: 1.75rem 0 .4rem; }
    p, ul, dl, blockquote { max-width: 46rem; margin: .5rem 0; overflow-wrap: anywhere; }
    .kicker { margin: 0; color: var(--quiet); font-size: .85rem; letter-spacing: .08em; text-transform: uppercase; }
    header p { max-width: none; }
    .quiet, .caveat { color: var(--quiet); font-size: .9rem; }
    .caveat { display: block; font-weight: 400; }
    #answer { border-left: 4px solid var(--cool); padding: .25rem 0 .25rem 1.25rem; margin: 1.75rem 0; }
    .lead { font-size: 1.35rem; line-height: 1.4; font-weight: 600; }
    .second { font-size: 1.1rem; }
    .banner { border: 2px solid var(--warm); background: var(--warm-soft); color: var(--warm); padding: .5rem .9rem; border-radius: 6px; font-weight: 600; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: .75rem 0; margin: 1rem 0 0; max-width: none; border-block: 1px solid var(--rule); font-size: .92rem; }
    figure { margin: 1rem 0; }
    figcaption { color: var(--quiet); font-size: .9rem; margin-bottom: .5rem; }
    svg { display: block; max-width: 100%; height: auto; }
    .chart.narrow { display: none; }
    svg text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; fill: var(--quiet); font-variant-numeric: tabular-nums; }
    svg text.value { fill: var(--curve); font-weight: 600; font-size: 14px; }
    svg text.name { fill: var(--ink); }
    .axis text { font-size: 12px; font-weight: 400; }
    .grid { stroke: var(--grid); }
    .base, .reference { stroke: var(--quiet); }
    .band { fill: var(--band); opacity: .75; }
    .curve { fill: none; stroke: var(--curve); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
    .end { fill: var(--curve); }
    .whisker { stroke: var(--curve); stroke-width: 1.5; }
    .leaky { fill: var(--paper); stroke: var(--warm); stroke-width: 2; }
    .overall { stroke: var(--quiet); stroke-dasharray: 5 4; }
    .target { stroke: var(--warm); stroke-dasharray: 2 3; stroke-width: 1.5; }
    .dot { fill: var(--paper); stroke: var(--quiet); stroke-width: 2; }
    .dot.outside { fill: var(--warm); stroke: var(--warm); }
    .limit { fill: none; stroke: var(--quiet); stroke-width: 1.2; }
    .limit.usual { stroke-dasharray: 4 4; }
    svg text.note, svg text.name { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    .interval { color: var(--quiet); }
    .interval.warm { color: var(--warm); }
    .interval.cool { color: var(--cool); }
    .interval .bar, .interval .arrow { stroke: currentColor; stroke-width: 2; fill: none; }
    .interval .mark { stroke: currentColor; stroke-width: 2; }
    .interval .solid { fill: currentColor; }
    .interval .hollow { fill: var(--paper); }
    .track { fill: var(--panel); }
    .step1 { fill: var(--step1); } .step2 { fill: var(--step2); } .step3 { fill: var(--step3); } .step4 { fill: var(--step4); } .step5 { fill: var(--step5); }
    .heat td { border-left: 1px solid var(--paper); print-color-adjust: exact; }
    .heat td:nth-child(n) { padding-inline: .6rem; }
    .below2 { background: var(--below2); } .below1 { background: var(--below1); }
    .above1 { background: var(--above1); } .above2 { background: var(--above2); }
    .chart.small { width: 360px; }
    .scroll { overflow-x: auto; margin: .75rem 0 1rem; }
    table { border-collapse: collapse; width: 100%; font-size: .93rem; font-variant-numeric: tabular-nums; }
    table.plain { width: auto; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
    .associations caption, .levels caption, .heat caption, .changes caption, .targets caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
    th, td { text-align: left; vertical-align: middle; padding: .45rem .55rem; border-bottom: 1px solid var(--rule); }
    th:first-child, td:first-child { padding-left: 0; }
    thead th { vertical-align: bottom; font-size: .82rem; font-weight: 600; color: var(--quiet); line-height: 1.3; border-bottom: 1px solid var(--quiet); }
    tbody th { font-weight: 600; overflow-wrap: anywhere; }
    .name { min-width: 12rem; }
    .number { text-align: right; white-space: nowrap; }
    thead .number { white-space: normal; }
    thead .wide { min-width: 7.5rem; }
    .limits { color: var(--quiet); font-size: .88em; }
    td .limits { display: block; }
    .plot { width: 13rem; padding-block: 0; }
    thead .plot { padding-bottom: 0; }
    td.plot svg, th.plot svg { max-width: none; }
    thead .plot span { display: block; text-align: center; font-weight: 400; }
    thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
    th[aria-sort=descending] button::after { content: " ▾"; }
    th[aria-sort=ascending] button::after { content: " ▴"; }
    .filter { display: block; font-size: .9rem; color: var(--quiet); margin-top: .75rem; }
    .filter input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: .25rem .5rem; margin-left: .3rem; }
    .ledger .excluded th { font-weight: 400; padding-left: 1.25rem; }
    .ledger .total td { font-weight: 600; }
    .badge { display: inline-block; white-space: nowrap; font-size: .84rem; font-weight: 600; line-height: 1.3; padding: .1rem .5rem; border-radius: 4px; background: var(--panel); color: var(--quiet); }
    .badge.warm { background: var(--warm-soft); color: var(--warm); }
    .badge.cool { background: var(--cool-soft); color: var(--cool); }
    .badge.watch { background: var(--watch-soft); color: var(--watch); }
    .legend { font-size: .9rem; color: var(--quiet); }
    .legend div { display: flex; gap: .6rem; margin: .25rem 0; }
    .legend dt { flex: 0 0 7.5rem; }
    .legend dd { margin: 0; }
    details { margin: .5rem 0; }
    summary { cursor: pointer; color: var(--link); }
    details.rule { border-bottom: 1px solid var(--rule); padding: .3rem 0; margin: 0; }
    details.rule > summary { color: var(--ink); font-weight: 600; }
    article.rule { margin-bottom: 2.25rem; }
    .examples { list-style: none; padding: 0; display: grid; gap: .9rem; margin: 1rem 0; }
    .examples li { background: var(--panel); border-radius: 8px; padding: .8rem 1.1rem; }
    .examples p { margin: .3rem 0; }
    .place { font-size: .88rem; font-weight: 600; }
    blockquote { margin: .3rem 0; padding: 0; font-size: 1.02rem; }
    mark { background: var(--mark); color: var(--mark-ink); padding: .05em .15em; border-radius: 3px; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .18em; }
    .instead { border-left: 3px solid var(--cool); padding-left: .7rem; }
    .plan { padding-left: 1.4rem; }
    .plan h3 { margin: 1.25rem 0 .2rem; }
    .practice { font-size: 1.02rem; }
    .levels .meaning { color: var(--quiet); font-size: .88rem; }
    .levels tbody th { white-space: nowrap; }
    @media (max-width: 46rem) {
      body { padding: 1.25rem 1rem 3rem; }
      h1 { font-size: 1.6rem; }
      .lead { font-size: 1.2rem; }
      .chart.wide { display: none; }
      .chart.narrow { display: block; width: 100%; }
      .cards thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
      .cards, .cards tbody { display: block; }
      .cards tr { display: grid; grid-template-columns: 1fr 1fr; gap: .1rem 1rem; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
      .cards th, .cards td { display: block; border: 0; padding: .1rem 0; text-align: left; min-width: 0; white-space: normal; }
      .cards tbody th, .cards .plot, .cards .wide, .cards .verdict, .cards .meaning { grid-column: 1 / -1; }
      .cards td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-size: .85rem; }
      .associations td:nth-of-type(1) { grid-column: 1 / -1; }
      .cards .limits { display: inline; }
      .cards .limits::before { content: "("; } .cards .limits::after { content: ")"; }
      .legend div { display: block; }
    }
    @media print {
      :root {
        --paper: #ffffff; --panel: #f5f6f8; --ink: #000000; --quiet: #444c54; --rule: #c9cfd5; --grid: #dde1e6;
        --warm: #8f2f06; --warm-soft: #fdeee6; --cool: #0a4d61; --cool-soft: #e3f2f6; --watch: #574000; --watch-soft: #fbf3d9;
        --mark: #ffe7a3; --mark-ink: #000000; --link: #000000; --band: #cfe0ea; --curve: #0a4d61;
        --step1: #c9d3da; --step2: #a3b6c1; --step3: #6f93a5; --step4: #35718a; --step5: #0a5c74;
        --below2: #bfe0ea; --below1: #e3f2f6; --above1: #fdeadd; --above2: #f8cbae;
      }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav, .skip, .filter { display: none; }
      h2, h3, h2 + p, h3 + p, caption, thead, .place { break-after: avoid; }
      thead { break-inside: avoid; }
      details:not(.rule):not([open]) { display: none; }
      tr, figure, .examples li, .plan li { break-inside: avoid; }
      .scroll { overflow: visible; }
      details.rule::details-content { content-visibility: visible; display: block; height: auto; }
      a { text-decoration: none; }
      @page { margin: 16mm; }
    }

    """#
}
