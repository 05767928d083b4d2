"""All pages of the desk."""

from dateline.desk.page import Page
from dateline.desk.review import accuracy, acts, adding, bulk, choosing, coders, complete, gold, joining, queue, trail
from dateline.desk.views import actor, home, incidents, keeping, lists, plans, search
from dateline.desk.views.drawn import marks, network
from dateline.desk.views.texts import paste, report

PAGES: tuple[Page, ...] = (
    home.PAGE,
    paste.PAGE,
    *lists.PAGES,
    report.PAGE,
    *marks.PAGES,
    actor.PAGE,
    *plans.PAGES,
    network.PAGE,
    search.PAGE,
    *keeping.PAGES,
    *incidents.PAGES,
    accuracy.PAGE,
    queue.PAGE,
    *coders.PAGES,
    trail.PAGE,
    gold.PAGE,
    complete.PAGE,
    bulk.PAGE,
    *joining.PAGES,
)  # fmt: skip
"""In the order of the desk's menu."""
ACTS = (*acts.ACTS, bulk.ACT, *joining.ACTS, *choosing.ACTS, adding.ACT, paste.ACT)
"""What may be posted."""
FILES = gold.FILES
"""What may be downloaded."""
