# ---
# description: Twenty students.
# ---

# %% [markdown]
# # Twenty students
#
# You will be able to fit.
#
# You need: x.

# %%
import matplotlib.pyplot as plt

rate = 1 / 4
print(f"{rate:.3f}")

# %% [markdown]
# The rate is 0.25<!-- = rate -->, and
#
# $$
# \frac{1}{2} = 0.5
# $$

# %% alt="A line that rises."
_, axes = plt.subplots(figsize=(4.2, 3))
axes.plot([0, 1, 2], [0, rate, 1])
axes.set_xlabel("hours")
plt.show()
