/**
 * The job type {@code report}: an imported dataset, or a CSV file sent along, as a PDF, a workbook,
 * a page of HTML or CSV.
 *
 * <p>A client names columns, filters and aggregates; the {@link
 * dev.accepted.types.reports.ReportPlan plan} makes a {@link dev.accepted.datasets.Query} of them,
 * and one {@link dev.accepted.types.reports.ReportWriter} a format writes the answer while it is
 * read, so a report of a million rows takes no more memory than one of a thousand. Nobody calls
 * this package but the engine, by {@link dev.accepted.types.reports.ReportJob}.
 */
@NullMarked
package dev.accepted.types.reports;

import org.jspecify.annotations.NullMarked;
