# Prints the seconds of one core that lme4 takes for the first 40 evaluations of its criterion (nAGQ = 0) on the marks of
# bench/fit. With 17 deviations it needs several hundred to end, an hour and more; 40 are a bound from below that can be waited for.
#   Rscript bench/fit/time-lme4.R marks.csv
suppressMessages(library(lme4))
d <- read.csv(commandArgs(TRUE)[1])
x <- grep("^x", names(d), value = TRUE)
slopes <- paste(sprintf("(0 + %s | standard)", x), collapse = " + ")
f <- paste("y ~", paste(x, collapse = " + "), "+ (1 | standard) + (1 | site) + (1 | person) + (1 | contact) + (1 | day) +", slopes)
control <- glmerControl(optimizer = "bobyqa", optCtrl = list(maxfun = 40), calc.derivs = FALSE, check.conv.singular = "ignore")
took <- system.time(suppressWarnings(glmer(as.formula(f), d, family = binomial, nAGQ = 0, control = control)))
cat(took[["user.self"]])
