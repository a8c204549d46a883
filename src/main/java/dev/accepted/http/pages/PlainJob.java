package dev.accepted.http.pages;

import dev.accepted.http.wire.Html;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands, for who has no scripts.
 *
 * @param name what it is, for people
 * @param again what its monitor would name as {@code Retry-After}; 0 if it is finished
 * @param estimate when it should be ready
 * @param offers what it has left
 */
record PlainJob(Job job, String name, long again, Optional<Instant> estimate, List<Offer> offers) {

  /** All of it. */
  Plain told(Instant now) {
    Phrase phrase = Phrase.of(job, now);
    String html =
        """
        <article class="panel job" data-status="%s">
        <p class="eyebrow">%s</p>
        <h1 class="state">%s</h1>
        <p class="lead"%s>%s</p>
        %s</article>
        %s%s"""
            .formatted(
                standing(),
                Html.escaped(name),
                phrase.headline(),
                phrase.lead().isEmpty() ? " hidden" : "",
                Html.escaped(phrase.lead()),
                job.status().isFinal() ? "" : meter(now),
                job.status() == JobStatus.SUCCEEDED ? Offer.html(offers) : "",
                facts());
    String state = percent() < 0 ? phrase.headline() : percent() + " %";
    return new Plain(state + " · " + name, again, html);
  }

  /** The result only, for whom nothing else is open; of the job, whether there is one yet. */
  Plain resultAlone() {
    if (again > 0) {
      return PlainProblem.lone("Not ready yet", again, Plain.looksAgain(again));
    }
    if (job.status() != JobStatus.SUCCEEDED) {
      return PlainProblem.lone("There is no result", 0, "The job failed, or was canceled.");
    }
    return new Plain("Result", 0, "<h1>Ready</h1>\n" + Offer.html(offers));
  }

  private String standing() {
    return job.state().cancelRequestedAt() != null && !job.status().isFinal()
        ? "canceling"
        : job.status().wireName();
  }

  /** Negative while nobody knows. */
  private int percent() {
    return job.status() == JobStatus.RUNNING ? job.state().progress().percent() : -1;
  }

  private String meter(Instant now) {
    String bar =
        percent() < 0
            ? ""
            : """
              <p class="percent">%d %%</p>
              <progress max="100" value="%d" aria-label="Progress">%d %%</progress>
              """
                .formatted(percent(), percent(), percent());
    return """
        <div class="meter">%s<p class="meter-line"><span>%s</span> <span class="ready">%s</span></p></div>
        <p class="soft">%s</p>
        """
        .formatted(
            bar,
            Html.escaped(Phrase.amount(job.state().progress())),
            Phrase.expectation(job, estimate, now),
            Plain.looksAgain(again));
  }

  private String facts() {
    return """
        <dl class="facts">%s%s%s<div><dt>Job</dt><dd><code>%s</code></dd></div></dl>
        <p class="small soft">%s</p>
        """
        .formatted(
            fact("Handed in", job.submission().submittedAt()),
            fact("Finished", job.state().finishedAt()),
            fact("Kept until", job.state().expiresAt()),
            job.id(),
            job.status().isFinal()
                ? "Until then this address leads back here."
                : "You may close this page. Its address leads back here: bookmark it.");
  }

  private static String fact(String name, @Nullable Instant moment) {
    return moment == null
        ? ""
        : "<div><dt>%s</dt><dd><time datetime=\"%s\">%s</time></dd></div>"
            .formatted(name, moment, Words.moment(moment));
  }
}
