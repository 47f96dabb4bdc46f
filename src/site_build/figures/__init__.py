"""The pictures of the site, drawn from computed numbers when the site is built.

A page shows a figure with an ordinary Markdown image, `![what it shows](figures/NAME.svg)`. The
build puts the drawing itself into the page, so that it follows the page's colours, once for wide
screens and once for narrow ones.
"""

import html
import re
from functools import cache

from site_build.figures.computation_graph import computation_graph
from site_build.figures.drawing import Figure
from site_build.figures.error_against_nudge import error_against_nudge
from site_build.figures.error_against_score import error_against_score
from site_build.figures.error_weighted_features import error_weighted_features
from site_build.figures.ladder import score_odds_probability
from site_build.figures.loss_and_bound import loss_and_bound
from site_build.figures.loss_and_probability import loss_and_probability
from site_build.figures.loss_and_score import loss_and_score
from site_build.figures.losses_by_rate import losses_by_rate
from site_build.figures.lost_gradients import cancelled_error, clamped_gradient
from site_build.figures.separated import separated
from site_build.figures.separated_samples import separated_samples
from site_build.figures.shards_and_sum import shards_and_sum
from site_build.figures.sigmoid_curve import sigmoid_curve
from site_build.figures.sigmoid_slope import sigmoid_slope
from site_build.figures.slopes_of_losses import slopes_of_losses
from site_build.figures.three_factors import three_factors
from site_build.figures.three_samples import three_samples
from site_build.figures.training import training
from site_build.figures.twenty_students import students_drawn, students_fitted
from site_build.figures.walks import paths_on_the_loss

FIGURES = {
    "cancelled-error": cancelled_error,
    "clamped-gradient": clamped_gradient,
    "computation-graph": computation_graph,
    "error-against-nudge": error_against_nudge,
    "error-against-score": error_against_score,
    "error-weighted-features": error_weighted_features,
    "loss-and-bound": loss_and_bound,
    "loss-and-probability": loss_and_probability,
    "loss-and-score": loss_and_score,
    "losses-by-rate": losses_by_rate,
    "paths-on-the-loss": paths_on_the_loss,
    "score-odds-probability": score_odds_probability,
    "separated": separated,
    "separated-samples": separated_samples,
    "shards-and-sum": shards_and_sum,
    "sigmoid-slope": sigmoid_slope,
    "sigmoid-two-points": sigmoid_curve,
    "slopes-of-losses": slopes_of_losses,
    "students-drawn": students_drawn,
    "students-fitted": students_fitted,
    "three-factors": three_factors,
    "three-samples": three_samples,
    "training": training,
}

IMAGE = re.compile(r'<img alt="(?P<alt>[^"]*)" src="[^"]*?figures/(?P<name>[\w-]+)\.svg"[^>]*>')


@cache
def drawn(name: str) -> Figure:
    """Return a figure; it is drawn once in a process."""
    return FIGURES[name]()


@cache
def standalone(name: str) -> str:
    """Return a figure as a file of its own."""
    return drawn(name).standalone()


@cache
def _inline(name: str, alt: str) -> str:
    return drawn(name).inline(alt)


def inline(page: str) -> str:
    """Replace the images of an HTML page that are figures by the drawings themselves.

    A name that is no figure stays as it is: MkDocs reports the broken link.
    """

    def one(match: re.Match[str]) -> str:
        if match["name"] not in FIGURES:
            return match[0]
        return _inline(match["name"], html.unescape(match["alt"]))

    return IMAGE.sub(one, page)


__all__ = ["FIGURES", "Figure", "inline", "standalone"]
