# ---
# description: >-
#   Hours of study and passing an exam, for twenty students: a logistic regression fitted by Newton's
#   method, with standard errors, tests, an odds ratio and a band, beside two other libraries.
# ---

# %% [markdown]
# # Notebook: the twenty students
#
# You will be able to fit a logistic regression to real data, say how sure its parameters are, and
# compare the result with a published table and with two other libraries.
#
# You need: [the gradient for many weights](../many-weights.md), [curvature](../curvature.md), and what
# a standard error is.
#
# ## The data
#
# Twenty students prepared for an exam. For each you know how many hours they studied, and whether they
# passed.

# %%
from logistic_gradient.data import students

data = students()
hours, passed = data.X[:, 0], data.y
m = len(passed)

print(m, "students,", passed.sum(), "passed")
print("failed, hours:", *hours[passed == 0])
print("passed, hours:", *hours[passed == 1])

# %% [markdown]
# The two groups overlap: somebody passed after 1.75<!-- = min(hours[passed == 1]) --> hours, and
# somebody failed after 3.5<!-- = max(hours[passed == 0]) -->. So no number of hours separates them, and
# the loss has a minimum.
#
# ## The fit
#
# The model gives each student a probability through a score:
#
# $$
# p = \sigma(z), \qquad z = \mathbf{w} \cdot \mathbf{x} + b
# $$
#
# There is one feature, the hours, so there is one weight. Newton's method finds the weight and the bias
# at which the gradient is zero. The standard errors come from the curvature there: a flat minimum
# leaves the parameters uncertain.

# %%
from logistic_gradient.optimize import newton, standard_errors

fit = newton(data.X, passed)
errors = standard_errors(fit.w, fit.b, data.X)
table = {"intercept": (fit.b, errors[1]), "hours": (fit.w[0], errors[0])}

print(f"{'':9}  {'estimate':>14}  {'standard error':>14}")
for name, (estimate, error) in table.items():
    print(f"{name:9}  {estimate:14.9f}  {error:14.9f}")

# %% [markdown]
# The bias is called the intercept here, as in the published table.
#
# ## Beside the published table
#
# This data set stands in many textbooks, with its fit. The published digits are kept as text, so that
# the comparison is to the letter. The last two rows are log-likelihoods: of the fit, which is minus
# the sum of the losses, and of the null model, which gives every student the same probability.

# %%
import numpy as np

share = passed.mean()
log_likelihood = -m * fit.loss
null = m * (share * np.log(share) + (1 - share) * np.log(1 - share))

published = {
    "intercept": "-4.0777 1.7610",
    "hours": "1.5046 0.6287",
    "fit": "-8.02988",
    "null": "-13.86294",
}
ours = {"fit": f"{log_likelihood:.5f}", "null": f"{null:.5f}"}
for name, (estimate, error) in table.items():
    ours[name] = f"{estimate:.4f} {error:.4f}"

for name, digits in published.items():
    print(f"{name:9}  {digits:14}  the same: {ours[name] == digits}")

# %% [markdown]
# ## Beside two other libraries
#
# statsmodels maximises the likelihood and gives standard errors. scikit-learn adds a penalty unless
# you switch it off, and gives none. It also stops early: as soon as the gradient is below its
# tolerance, which you have to lower for more than three digits here. The columns are the intercept, the
# weight of the hours, and their standard errors.

# %%
import statsmodels.api as sm
from sklearn.linear_model import LogisticRegression


def show(label, *numbers):
    print(f"{label:24}", *(f"{number:11.8f}" for number in numbers))


show("ours", fit.b, fit.w[0], errors[1], errors[0])

peer = sm.Logit(passed, sm.add_constant(data.X)).fit(disp=False)
show("statsmodels", *peer.params, *peer.bse)

for tolerance in (1e-4, 1e-12):
    model = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=tolerance)
    model.fit(data.X, passed)
    show(f"scikit-learn, tol={tolerance:g}", model.intercept_[0], model.coef_[0, 0])

# %% [markdown]
# ## How sure is it?
#
# Divide an estimate by its standard error and you have its z statistic. If the true parameter were
# zero, a statistic so far from zero would be this rare:

# %%
from scipy.stats import norm

for name, (estimate, error) in table.items():
    statistic = estimate / error
    p_value = 2 * norm.sf(abs(statistic))
    print(f"{name:9}  z = {statistic:.4f}, p-value {p_value:.4f}")

# %% [markdown]
# The likelihood-ratio test asks the same of the hours in another way: twice the difference of the two
# log-likelihoods, compared with the square of a standard normal number.

# %%
ratio = 2 * (log_likelihood - null)
print(f"statistic {ratio:.4f}, p-value {2 * norm.sf(np.sqrt(ratio)):.6f}")

# %% [markdown]
# Both say that hours matter. They differ, because the first pretends that the log-likelihood is a
# parabola, and with so few students it is not quite one.
#
# ## The odds
#
# The odds are $\frac{p}{1 - p} = e^{z}$. One hour more adds the weight to the score, so it multiplies
# the odds, by the same factor for everybody:

# %%
quantile = norm.ppf(0.975)
odds_ratio = np.exp(fit.w[0])
margin = quantile * errors[0]
low, high = np.exp(fit.w[0] - margin), np.exp(fit.w[0] + margin)

print(f"odds ratio {odds_ratio:.4f}, interval from {low:.4f} to {high:.4f}")

# %% [markdown]
# An hour more multiplies the odds by 4.5<!-- = odds_ratio -->. The 95%<!-- = 2 * norm.cdf(quantile) - 1 -->
# interval is wide: twenty students do not say much more than that hours help.
#
# ## The curve with its band
#
# The band is the same interval, for the probability at each number of hours. Its width comes from the
# inverse of the information matrix, the Hessian of the sum of the losses; the curve of the score is
# moved up and down, and the sigmoid makes probabilities of it, so that the band stays between zero
# and one.

# %% alt="Each student is a dot: at the top those who passed, at the bottom those who failed. The fitted curve rises from near zero to near one like a flat S. The band around it is widest halfway up and narrow at both ends."
import matplotlib.pyplot as plt

from logistic_gradient import hessian, sigmoid

covariance = np.linalg.inv(m * hessian(fit.w, fit.b, data.X))
grid = np.linspace(0, 6, 121)
rows = np.column_stack([grid, np.ones_like(grid)])
score = rows @ [fit.w[0], fit.b]
spread = quantile * np.sqrt(np.sum(rows @ covariance * rows, axis=1))

_, axes = plt.subplots(figsize=(4.4, 3.2))
low, high = sigmoid(score - spread), sigmoid(score + spread)
axes.fill_between(grid, low, high, color="C0", alpha=0.2)
axes.plot(grid, sigmoid(score), color="C0")
axes.plot(hours, passed, "o", color="black", markersize=4)
axes.set_xlabel("hours studied")
axes.set_ylabel("probability of passing")
plt.show()

print(f"probability one half at {-fit.b / fit.w[0]:.4f} hours")

# %% [markdown]
# The curve crosses one half where the score is zero, at about
# 2.7<!-- = -fit.b / fit.w[0] --> hours.
