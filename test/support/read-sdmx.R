# Reads addresses given on the command line with rsdmx, and writes each as a table of tab-separated values after a line with its number of rows.
suppressMessages(library(rsdmx))
for (address in commandArgs(trailingOnly = TRUE)) {
  table <- as.data.frame(readSDMX(address, isURL = TRUE))
  cat(nrow(table), "\n", sep = "")
  write.table(table, sep = "\t", quote = FALSE, row.names = FALSE)
}
