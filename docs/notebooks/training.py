# ---
# description: >-
#   A logistic regression trained on made-up data, to run and to change: the gradient checked, a table of
#   the training, four charts, and two different fits with the same smallest loss.
# ---

# %% [markdown]
# # Notebook: training
#
# You will be able to run the experiment of the page on [training](../training.md), to change its
# settings, and to say beforehand what will happen.
#
# You need: that page, or [the gradient for many weights](../many-weights.md).
#
# ## The data
#
# There are ten features. Mean and deviation come from the training samples alone; the test samples get
# the same shift and the same scale.

# %%
import numpy as np

from logistic_gradient.data import synthetic

data = synthetic(standardized=False)
mean, deviation = data.train.X.mean(axis=0), data.train.X.std(axis=0)
X, X_test = (data.train.X - mean) / deviation, (data.test.X - mean) / deviation
y, y_test = data.train.y, data.test.y

print("training", X.shape, "labels one:", y.sum())
print("test    ", X_test.shape, "labels one:", y_test.sum())

# %% [markdown]
# ## The gradient, checked
#
# The errors are probability minus label. The gradient is the mean of the features, weighted with them:
#
# $$
# \begin{aligned}
# \nabla_{\mathbf{w}} J &= \frac{1}{m} \, \mathbf{X}^\top (\mathbf{p} - \mathbf{y}) \\[4pt]
# \frac{\partial J}{\partial b} &= \frac{1}{m} \sum_{i=1}^{m} (p_i - y_i)
# \end{aligned}
# $$
#
# Before you train with it, compare it with something that knows nothing of it: central differences of
# the loss, at random weights. (For PyTorch as the witness, see
# [the page](../training.md#the-pencil-against-autograd).)

# %%
from logistic_gradient import central_difference


def gradient(w, b):
    """Return the derivatives in the weights, and in the bias."""
    errors = 1 / (1 + np.exp(-(X @ w + b))) - y
    return X.T @ errors / len(y), errors.mean()


def loss(w, b):
    """Return the mean loss, from the scores."""
    return np.logaddexp(0, (1 - 2 * y) * (X @ w + b)).mean()


rng = np.random.default_rng(42)
w, b = rng.normal(size=10), rng.normal()
dw, db = gradient(w, b)
nudged_w = central_difference(lambda w: loss(w, b), w)
nudged_b = central_difference(lambda b: loss(w, b), b)
for name, of_w, of_b in (("formula", dw, db), ("nudged ", nudged_w, nudged_b)):
    print(f"{name} bias {of_b:.6f}, weights")
    print(of_w.round(5))

# %% [markdown]
# ## The training
#
# These are the settings. Change them, run the cells from here on again, and watch the table and the
# charts.

# %%
rate, epochs = 0.5, 100
w, b = np.zeros(10), 0.0

losses, norms, accuracies = [], [], []
for _ in range(epochs + 1):
    dw, db = gradient(w, b)
    losses.append(loss(w, b))
    norms.append(np.sqrt(dw @ dw + db**2))
    accuracies.append(np.mean((X @ w + b > 0) == y))
    final_w, final_b = w, b
    w, b = w - rate * dw, b - rate * db

print("updates    loss  accuracy    norm")
for k in range(0, len(losses), 20):
    print(f"{k:7}  {losses[k]:.4f}  {accuracies[k]:8.4f}  {norms[k]:.4f}")
scores = X_test @ final_w + final_b
print(f"test samples that are right: {np.mean((scores > 0) == y_test):.4f}")
print(f"score nearest to zero: {np.abs(scores).min():.4f}")

# %% [markdown]
# The accuracy is that of the training samples. It moves by whole samples: one of them is worth
# 0.0025<!-- = 1 / len(y) -->.
#
# ## Four charts
#
# From top to bottom: the loss, the norm of the gradient on an axis in powers of ten, the accuracy from
# the first update on, and the errors after the last one.

# %% alt="Four charts, one below the other. The loss drops steeply and then creeps. The norm of the gradient falls steeply, then along an almost straight line. The accuracy moves in steps, now up and now down. The errors: those of label one lie left of zero, those of label zero right of it; both crowd around zero, and a few are close to minus one or one."
import matplotlib.pyplot as plt

_, charts = plt.subplots(4, figsize=(3.6, 10), layout="constrained")
charts[0].plot(losses, color="C0")
charts[0].set_ylabel("loss")
charts[1].semilogy(norms, color="C0")
charts[1].set_ylabel("norm of the gradient")
charts[2].step(range(1, epochs + 1), accuracies[1:], color="C0", where="post")
charts[2].set_ylabel("accuracy")
for chart in charts:
    chart.set_xlabel("updates")

errors = 1 / (1 + np.exp(-(X @ final_w + final_b))) - y
bins = np.linspace(-1, 1, 21)
charts[3].hist(errors[y == 1], bins, color="C7", label="label one")
charts[3].hist(errors[y == 0], bins, color="C1", label="label zero")
charts[3].set_xlabel("error")
charts[3].set_ylabel("samples")
charts[3].legend()
plt.show()

# %% [markdown]
# ## What the data leave open
#
# Four of the ten columns depend on each other, so the training matrix with its column of ones has rank
# nine, not eleven. Leave out two of the four, in two ways, and the best fits have the same
# loss in twelve digits, with other weights:

# %%
from logistic_gradient.optimize import newton

print("rank:", np.linalg.matrix_rank(np.column_stack([X, np.ones(len(y))])))
for left_out in ([5, 8], [1, 6]):
    kept = np.delete(np.arange(10), left_out)
    best = newton(X[:, kept], y)
    weights = np.zeros(10)
    weights[kept] = best.w
    print(f"loss {best.loss:.12f}, weights")
    print(weights.round(2))

# %% [markdown]
# The page says [why, and what follows](../training.md#nine-of-eleven).
#
# ## Your turn
#
# Say first what you expect, then change the cell and run it.
#
# - **A rate three times as large.** It is a little below the largest safe rate. Does the loss still fall in
#   each update?
# - **A rate of twenty.** What does the norm do? Which chart shows the trouble first?
# - **Ten times as many epochs.** How close does the loss come to the smallest one, and what does the
#   norm say about it?
# - **Raw features.** Set the mean to zero and the deviation to one. Was the scaling worth it on these data?
# - **A random start.** Do the loss and the weights end where they ended before?
# - **A slip.** Turn one sign in the gradient. Which cell notices, and which do not?
