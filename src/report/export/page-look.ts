/** The look of the page that is taken away: our tokens, in a few lines, light, dark and on paper. */
export const pageLook = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf6,#16181b);--wash:light-dark(#f3f0e7,#1f2226);--ink:light-dark(#1b1c20,#e8e5dd);--soft:light-dark(#565960,#a8a69f);--line:light-dark(#dbd7cb,#363a3f);--pen:light-dark(#2340a4,#a9baff);--mark:light-dark(#e7ebf8,#252c48)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1rem/1.6 'Iowan Old Style','Palatino Linotype',Georgia,'Noto Serif',serif;overflow-wrap:break-word}
:lang(ar){font-family:'Noto Naskh Arabic','Sakkal Majalla','Geeza Pro','Traditional Arabic',serif}
:lang(zh){font-family:'Noto Serif SC','Songti SC',SimSun,serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 6rem}
h1{font-size:2.2rem;line-height:1.15;font-weight:400;text-wrap:balance}
h2{font-size:1.5rem;line-height:1.25;font-weight:400;margin:3rem 0 1rem;border-block-start:1px solid var(--line);padding-block-start:1rem}
h3{font-size:1rem;margin:2rem 0 .25rem}
a{color:var(--pen)}a:focus-visible{outline:3px solid var(--pen);outline-offset:2px}
.soft,.sources,dl,table,nav,.where{font:.9rem/1.5 'Helvetica Neue','Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}
.soft,.where{color:var(--soft)}
.notice{border-inline-start:4px solid var(--line);padding-inline-start:1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.25rem}dt{color:var(--soft)}dd{margin:0}
nav ul{padding:0;list-style:none;columns:2}nav a{display:inline-block;padding-block:.25rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.9rem}img{max-width:100%;height:auto}article{border-block-start:1px solid var(--line);margin-block-start:1.5rem}
.p{display:grid;grid-template-columns:3rem 1fr;margin-block:1.25rem 0}.p>b{font-weight:400;color:var(--soft)}.p p{margin:0}
.l{font:600 .75rem/1 'Helvetica Neue',Arial,sans-serif;vertical-align:super;text-decoration:none;padding:.1rem .15rem}
details.sources{margin:.25rem 0 0 3rem;margin-inline:3rem 0}summary{color:var(--soft);cursor:pointer}
.sources ul{list-style:none;margin:0;padding:.25rem 0 .5rem}.sources li{margin-block:.35rem}
[dir=rtl] :is(h2,h3,li,dt,dd,summary,nav a)[dir]{text-align:right}.sources li>span+span{display:block}
blockquote{margin:.15rem 0;padding-inline-start:.75rem;border-inline-start:2px solid var(--line)}
mark,span:target,li:target{background:var(--mark);color:inherit}
article:target{border-inline-start:3px solid var(--pen);padding-inline-start:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-block-end:1px solid var(--line)}
.scroll{overflow-x:auto}
@media(max-width:36rem){.p{grid-template-columns:2rem 1fr}details.sources{margin-inline:2rem 0}nav ul{columns:1}dl{grid-template-columns:1fr}}
@media print{body{background:none;color:#000;font-size:10.5pt}a{color:inherit;text-decoration:none}details.sources::details-content{content-visibility:visible;block-size:auto}h2,h3{break-after:avoid}}
`.trim();
