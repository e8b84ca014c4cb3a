# Firth regression of the published tables by brglm2, to set beside firth.json.
# Rscript firth.R > firth-brglm2.json

suppressPackageStartupMessages({
  library(brglm2)
  library(jsonlite)
})
fit <- function(file, outcome) {
  d <- read.csv(file)
  m <- glm(as.formula(paste(outcome, "~ .")), binomial, d, method = "brglmFit", type = "AS_mean", epsilon = 1e-13,
           maxit = 1000)
  list(data = sub(".csv", "", file), names = setdiff(names(coef(m)), "(Intercept)"),
       intercept = coef(m)[[1]], coefficients = unname(coef(m)[-1]),
       standardErrors = unname(sqrt(diag(vcov(m)))[-1]))
}
cat(toJSON(list(
  madeBy = "firth.R",
  madeWith = list(R = paste(R.version$major, R.version$minor, sep = "."),
                  brglm2 = as.character(packageVersion("brglm2"))),
  fits = list(fit("endometrial.csv", "HG"), fit("sex2.csv", "case"))
), auto_unbox = TRUE, digits = I(17)), "\n", sep = "")
