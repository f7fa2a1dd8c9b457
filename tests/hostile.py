"""An article that tries to act in whatever shows it."""

from __future__ import annotations

MARKUP = (
    "<script>window.pwned = 1; document.title = 'pwned'</script>",
    '<img src="https://example.com/pwned.png" onerror="window.pwned = 2">',
    "\"><svg onload='window.pwned = 3'>",
    "</script><script>window.pwned = 4</script>",
    '<a href="javascript:window.pwned = 5">Season 2</a> <style>* { display: none !important }</style>',
    '<iframe src="https://example.com/"></iframe> <link rel="stylesheet" href="https://example.com/x.css"> <!-- ]]> </body></html>',
    "{{7*7}} ${window.pwned = 6} &lt;b&gt; &amp;amp; \u202egnihtemos\u202c \x1b[31mred \x07",
)
ARTICLE = "\n\n".join(
    (
        "<title>pwned</title> All of Us Are Dead season 2",
        "Season 1 of All of Us Are Dead premiered on January 28, 2022, with <b>12 episodes</b>.",
        *MARKUP,
        'Season 2 will premiere in 2024. Park Ji-hu "onmouseover=window.pwned=7" plays Nam On-jo <script>window.pwned = 8</script>.',
    )
)
LATER = (
    "date 2025-03-01 All of Us Are Dead\n\nSeason 2 will premiere in 2026, Netflix <i>said</i>. Season 1 premiered on February 3, 2022.\n"
)
