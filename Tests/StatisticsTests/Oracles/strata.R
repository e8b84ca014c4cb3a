# Mantel–Haenszel estimates, their tests and the test of homogeneity, by metafor.
# Rscript strata.R > strata.json

suppressPackageStartupMessages({
  library(metafor)
  library(jsonlite)
})
seed <- 20260302
set.seed(seed)

published <- list(
  # Breslow & Day (1980), table 4.1: oesophageal cancer and alcohol by age.
  list(a = c(1, 4, 25, 42, 19, 5), n1 = c(10, 30, 54, 69, 37, 5),
       c = c(0, 5, 21, 34, 36, 8), n0 = c(106, 169, 159, 173, 124, 39))
)
random <- lapply(1:12, function(i) {
  k <- sample(c(1, 2, 6, 40), 1)
  n1 <- sample(1:60, k, TRUE)
  n0 <- sample(1:120, k, TRUE)
  base <- runif(k, 0.02, 0.5)
  list(a = rbinom(k, n1, pmin(0.95, base * runif(1, 0.6, 2))), n1 = n1, c = rbinom(k, n0, base), n0 = n0)
})

fit <- function(s, measure, level) {
  m <- rma.mh(ai = s$a, n1i = s$n1, ci = s$c, n2i = s$n0, measure = measure, level = 100 * level,
              correct = FALSE, add = c(0.5, 0), drop00 = c(TRUE, FALSE))
  scale <- if (measure == "RD") identity else exp
  out <- list(measure = measure, level = level, value = scale(m$beta[[1]]), standardError = m$se,
              lower = scale(m$ci.lb), upper = scale(m$ci.ub), p = m$pval)
  if (measure == "OR") out <- c(out, list(test = m$MHp, homogeneity = m$TA, homogeneityP = m$TAp))
  out
}

cases <- lapply(c(published, random), function(s) {
  fits <- unlist(lapply(c("OR", "RR", "RD"), function(measure) {
    lapply(c(0.9, 0.95), function(level) fit(s, measure, level))
  }), recursive = FALSE)
  list(strata = unname(Map(function(a, n1, c, n0) c(a, n1, c, n0), s$a, s$n1, s$c, s$n0)), fits = fits)
})

cat(toJSON(list(
  madeBy = "strata.R",
  madeWith = list(R = paste(R.version$major, R.version$minor, sep = "."),
                  metafor = as.character(packageVersion("metafor"))),
  seed = seed, cases = cases
), auto_unbox = TRUE, digits = I(17), na = "null", null = "null"), "\n", sep = "")
