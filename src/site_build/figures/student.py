"""The running example of the site: one student, one training step."""

from logistic_gradient import TrainingStep, training_step

STUDENT = "student"  # what the pages call the point at which formulas have the student's values


def students_step() -> TrainingStep:
    """Compute the step that the pages walk through: 3 hours studied, 5 hours slept, passed."""
    return training_step(w=[0.1, -0.2], b=0.0, x=[3.0, 5.0], y=1, learning_rate=0.1)
