"""Base pages, components, styles and scripts; no models, no queries. Imports: core.

**Pages.** Three bases, all strict about the Content-Security-Policy: no inline script, no style attribute.
`ui/base.html`          title · live_topics · styles · head · body. Context: desk, theme ("light", "dark" or ""), zone, person, live_token.
`ui/console_base.html`  slim ("desk--slim has-writes" in a case) · home_url · rail_find · rail_items · rail_foot · phone_top, phone_title,
                        phone_actions · main (brings `<main id="main" tabindex="-1">`) · phone_items · dialogs
`ui/portal_base.html`   home_url · nav_items · who · main · foot_links · foot_zone
`ui/error.html`         title · mark · what · do · ways; needs no request, no desk and no database

**Tags.** `{% load ui %}`: `{% icon "mail" "i i--s" _("Correo") %}` (names: assets/icons.txt; console class `i`, portal class `icon`) ·
`{% face name us=True large=True %}` · `{% prio 3 4 "Alto" %}` · `{% instant value "short|long|since" %}` (uses `zone`, `now`) ·
`{% due_chip chip %}` · `{% load clocks %}`: `{% clock_row clock days %}`, `{% clock_days panel stacked=True %}` ·
`{% rail_item url label "icon" count= new= place= here= key= %}` · `{% phone_item url label "icon" new= place= here= %}` ·
filters `initials`, `pct` (a number as SVG's `9.01%`), `at_most` ·
`{% load once %}`: `{% once here count %}…{% endonce %}` (drawn once for each language and these values, and then known) ·
`{% load fields %}`: `{% said_of box %}` (what a box drawn by hand says of its errors and hint: `<auto_id>_error`, `<auto_id>_helptext`).

**Includes**, each with what it is given (values of components.py where a class is named):
nav_item (url label here)
clock_panel, clock_stack (panel: ClockPanel) · clock_bar (bar: ClockBar) · count (rows: ClockRow)
field, field_any, errors (field of a form) · form_errors (form) · more (url, select) · empty (icon what do url link)
The row of the queue, a post, the composer and the side panel are the console's and the tickets' own templates, in these classes.

**Clocks.** Take `times_of` (axis.py) of each explanation, call `lanes(clocks, now, zone)` (lanes.py), put each lane into a
`ClockView` and all views into `panel(days, views, now, zone)`; a customer's single clock becomes a `ClockBar` with its `Pin`s.

**Scripts** (assets/js; every page works without them). Live: a page names its topics in `live_topics`; what changed arrives at the body as
`live:<topic>`, e.g. `hx-trigger="live:ticket-12 from:body"`; after a gap all of them arrive again.
`data-key="r"` a key presses it · `data-row`, `data-open` j/k/o in a list · `data-dialog="id"`, `data-close` · `data-menu="id"` ·
`form[data-composer]` with `[data-send]` Ctrl+Enter · `textarea[data-grow]` · `[data-keep="key"]` text outlives a reload or a refusal ·
`form[data-forget]` signing out forgets all of it · `input[type=file][data-files="list id"][data-remove="word"]` chips, drop, paste ·
`time[data-rel]` minutes that pass · `[data-calm]` refreshes only when nobody is at work in it · `[data-fold]` ·
`input[data-upload]` keeps files at once · `[data-undo]` Ctrl+Z · `[data-folds]` folds ·
`[data-theme-toggle]` · `[data-first-focus]` · `form[data-send-at-once]`.

**Build.** `npm ci && node build.mjs` makes static/ui/ (not committed). One style file a component under assets/css/console and
assets/css/portal; colours are tokens, a desk gives one colour by day and one by night (assets/css/desks.css or `/mesa.css`).
Tabler lies below in a cascade layer (kit.css): what we do not dress looks like the kit, in our colours.
"""
